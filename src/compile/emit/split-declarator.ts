import { isPattern, keyName, unwrap, type Node } from '../ast.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { isObserved, isRepeatable } from './members.ts';
import { takesName } from './naming.ts';
import { emitPattern } from './patterns.ts';
import { point } from './points.ts';
import { breaks, flat, quote, sequence } from './text.ts';

/** A property of an object pattern that can be read by itself: `a`, `a: b`, `a = 1`, with a key that the text tells. */
interface Part {
  readonly key: string;
  readonly place: Node;
  readonly target: Node;
  readonly fallback: Node | undefined;
}

function splitParts(pattern: Node): readonly Part[] | undefined {
  if (pattern.type !== 'ObjectPattern' || (pattern.properties as Node[]).length === 0) return undefined;
  const parts: Part[] = [];
  for (const property of pattern.properties as Node[]) {
    if (property.type !== 'Property' || isPattern(property.value.type === 'AssignmentPattern' ? property.value.left : property.value)) return undefined;
    const key = keyName(property.key as Node, !!property.computed);
    const value = property.value as Node;
    const fallback = value.type === 'AssignmentPattern' ? (value.right as Node) : undefined;
    if (key === undefined || (fallback && takesName(unwrap(fallback)))) return undefined;
    parts.push({ key, place: property.key as Node, target: fallback ? (value.left as Node) : value, fallback });
  }
  return parts;
}

/**
 * `{ a, b = 1 } = init` of a declaration whose object other tasks could see: one declarator for each property, each with its own
 * point. Undefined if the pattern does more than that; it is then written as it stands, as one step.
 */
export function splitDeclarator(c: Context, declarator: Node): string | undefined {
  const pattern = declarator.id as Node;
  const init = declarator.init as Node;
  const parts = splitParts(pattern);
  if (!parts || !canSuspend(c) || !isObserved(c, init) || !canBeShared(init)) return undefined;
  const isPlain = isRepeatable(c, init, parts.flatMap((part) => part.fallback ?? []));
  // The object is evaluated before the properties but stands after them. Its lines stay right only if the pattern is on one line.
  if (!isPlain && parts.some(({ fallback }) => fallback && breaks(c, fallback.start, fallback.end) !== '')) return undefined;
  const lead = isPlain ? '' : breaks(c, pattern.start, init.start);
  const held = isPlain ? flat(c.emit(init)) : c.names.temporary();
  const first = isPlain ? '' : `${lead}${held} = ${c.emit(init)}, `;
  const lines = (from: number, to: number): string => (isPlain ? breaks(c, from, to) : '');
  let at = pattern.start;
  const texts = parts.map(({ key, place, target, fallback }) => {
    const read = sequence(point(c, 'readProperty', `${held}, ${quote(key)}`, place), `${held}[${quote(key)}]`);
    const start = lines(at, target.start);
    at = fallback?.end ?? target.end;
    const name = emitPattern(c, target).trim();
    if (!fallback) return `${start}${name} = ${read}`;
    const value = temporary(c);
    return `${start}${name} = (${value} = ${read}) === undefined ? (${lines(target.end, fallback.start)}${c.emit(fallback)}) : ${value}`;
  });
  return `${first}${texts.join(', ')}${lines(at, declarator.end)}`;
}

/** The result of a call that was waited for, and the like, can be anybody's; a literal cannot. */
const canBeShared = (init: Node): boolean => ['Identifier', 'MemberExpression', 'ThisExpression'].includes(unwrap(init).type);
