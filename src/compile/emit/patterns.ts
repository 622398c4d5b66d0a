import { isPattern, unwrap, type Node } from '../ast.ts';
import type { Context } from './context.ts';
import { isDirect, variable } from './identifiers.ts';
import { keepName } from './naming.ts';
import { plainMember } from './members.ts';
import { breaks, copyList, gap } from './text.ts';

/** A pattern that declares: types go, defaults and computed keys are written as values. What stands for a pattern right in it is up to `nested`. */
export function emitPattern(c: Context, pattern: Node, target: (leaf: Node) => string = (leaf) => emitLeaf(c, leaf), nested?: (part: Node) => string): string {
  if (pattern.type === 'Identifier' || pattern.type === 'MemberExpression') return target(pattern);
  const inside = (child: Node): string => (nested && isPattern(child) ? nested(child) : emitPattern(c, child, target, child.type === 'AssignmentPattern' ? nested : undefined));
  if (isPattern(pattern)) {
    const parts = ((pattern.properties ?? pattern.elements) as (Node | null)[]).filter((part) => part !== null);
    const annotation = pattern.typeAnnotation as Node | undefined;
    const limit = annotation?.start ?? pattern.end;
    const close = pattern.start + gap(c, pattern.start, limit).lastIndexOf(pattern.type === 'ObjectPattern' ? '}' : ']') + 1;
    return copyList(c, parts, pattern.start, close, inside) + breaks(c, close, pattern.end);
  }
  // With a modifier before it, as in `private x = 1`, the pattern's text starts too early.
  if (pattern.type === 'AssignmentPattern') return breaks(c, pattern.start, pattern.left.start as number) + copyList(c, [pattern.left as Node, pattern.right as Node], pattern.left.start as number, pattern.end, (child) => (child === pattern.right ? fallback(c, pattern) : inside(child)));
  if (pattern.type === 'RestElement') return copyList(c, [pattern.argument as Node], pattern.start, (pattern.argument as Node).end, inside) + breaks(c, pattern.argument.end as number, pattern.end);
  if (pattern.type === 'Property') return emitPatternProperty(c, pattern, inside);
  if (pattern.type === 'TSParameterProperty') return breaks(c, pattern.start, pattern.parameter.start as number) + inside(pattern.parameter as Node);
  const inner = unwrap(pattern);
  return inner === pattern ? c.emit(pattern) : breaks(c, pattern.start, inner.start) + inside(inner) + breaks(c, inner.end, pattern.end);
}

/** A default. It takes its name from the variable that it is for, which must stand there by its name. */
function fallback(c: Context, pattern: Node): string {
  const { left, right } = pattern as unknown as { left: Node; right: Node };
  const text = c.emit(right);
  return left.type !== 'Identifier' || isDirect(c, left) ? text : keepName(right, left, text);
}

function emitPatternProperty(c: Context, property: Node, inside: (child: Node) => string): string {
  const { key, value } = property as unknown as { key: Node; value: Node };
  if (property.shorthand) return `${key.name as string}: ${inside(value)}`;
  if (property.computed) return copyList(c, [key, value], property.start, property.end, (child) => (child === key ? c.emit(child) : inside(child)));
  return copyList(c, [key, value], property.start, property.end, (child) => (child === key ? c.source.slice(key.start, key.end) : inside(child)));
}

export const emitLeaf = (c: Context, leaf: Node): string => {
  if (leaf.type === 'MemberExpression') return plainMember(c, leaf);
  return variable(c, leaf) + breaks(c, leaf.start, leaf.end);
};
