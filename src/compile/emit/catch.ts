import { isPattern, type Node } from '../ast.ts';
import { emitBlock, prologue } from './blocks.ts';
import type { Context } from './context.ts';
import { emitPattern } from './patterns.ts';
import { fitsOnOneLine, Lines, takeApart } from './take-apart.ts';
import { breaks, copy } from './text.ts';

/** A `catch`. A pattern, as in `catch ({ message })`, is taken apart in a block of its own around the body, where there may be points. */
export function emitCatch(c: Context, node: Node): string {
  const pattern = node.param as Node | null;
  if (!pattern || !isPattern(pattern) || !fitsOnOneLine(c, pattern)) return copy(c, node, (child) => (child === node.body ? emitBody(c, node) : emitPattern(c, child)));
  const held = c.names.fresh('$caught');
  const parts = takeApart(c, pattern, held, new Lines(c, pattern.start, false));
  return copy(c, node, (child) => (child === node.body ? `{ let ${parts.join(', ')}; ${emitBody(c, node)} }` : held + breaks(c, child.start, child.end)));
}

/** The body, which first makes the cells of what is caught. */
const emitBody = (c: Context, node: Node): string => emitBlock(c, node.body as Node, prologue(c, node, []));
