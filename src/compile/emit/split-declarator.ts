import { isPattern, type Node } from '../ast.ts';
import type { Context } from './context.ts';
import { isObserved, isRepeatable } from './members.ts';
import { nameValue } from './naming.ts';
import { evaluatedIn, fitsOnOneLine, hasDeepDefault, Lines, takeApart } from './take-apart.ts';
import { breaks, flat } from './text.ts';

/**
 * `{ a, b = 1 } = init` of a declaration whose object other tasks could see: a declarator for each property, with a point of its own.
 * Undefined if nobody else can see it, or if the lines would not stay where they are.
 */
export function splitDeclarator(c: Context, declarator: Node): string | undefined {
  const pattern = declarator.id as Node;
  const init = declarator.init as Node;
  if (!isPattern(pattern) || !isObserved(c, init)) return undefined;
  const evaluated = evaluatedIn(pattern);
  if (isRepeatable(c, init, evaluated) && !hasDeepDefault(pattern)) {
    const lines = new Lines(c, pattern.start, true);
    return takeApart(c, pattern, flat(c.emit(init)), lines).join(', ') + lines.upTo(declarator.end);
  }
  // The object is evaluated before the properties but stands after them. Its lines stay right only if the defaults are on one line each.
  if (!fitsOnOneLine(c, pattern)) return undefined;
  const held = c.names.temporary();
  const value = `${breaks(c, pattern.start, init.start)}${held} = ${nameValue(c, init, pattern, c.emit(init))}`;
  return [value, ...takeApart(c, pattern, held, new Lines(c, pattern.start, false))].join(', ');
}
