import { isPattern, keyName, unwrap, type Node } from '../ast.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { emitName, variable } from './identifiers.ts';
import { isObserved, isRepeatable, plainMember } from './members.ts';
import { takesName } from './naming.ts';
import type { Binding } from '../scopes.ts';
import { cellOf, point, seen } from './points.ts';
import { breaks, copyList, flat, gap, quote, sequence } from './text.ts';

/** A pattern that declares: types go, defaults and computed keys are written as values. */
export function emitPattern(c: Context, pattern: Node, target: (leaf: Node) => string = (leaf) => emitLeaf(c, leaf)): string {
  if (pattern.type === 'Identifier' || pattern.type === 'MemberExpression') return target(pattern);
  const inside = (child: Node): string => emitPattern(c, child, target);
  if (isPattern(pattern)) {
    const parts = ((pattern.properties ?? pattern.elements) as (Node | null)[]).filter((part) => part !== null);
    const annotation = pattern.typeAnnotation as Node | undefined;
    const limit = annotation?.start ?? pattern.end;
    const close = pattern.start + gap(c, pattern.start, limit).lastIndexOf(pattern.type === 'ObjectPattern' ? '}' : ']') + 1;
    return copyList(c, parts, pattern.start, close, inside) + breaks(c, close, pattern.end);
  }
  // With a modifier before it, as in `private x = 1`, the pattern's text starts too early.
  if (pattern.type === 'AssignmentPattern') return breaks(c, pattern.start, pattern.left.start as number) + copyList(c, [pattern.left as Node, pattern.right as Node], pattern.left.start as number, pattern.end, (child) => (child === pattern.right ? c.emit(child) : inside(child)));
  if (pattern.type === 'RestElement') return copyList(c, [pattern.argument as Node], pattern.start, (pattern.argument as Node).end, inside) + breaks(c, pattern.argument.end as number, pattern.end);
  if (pattern.type === 'Property') return emitPatternProperty(c, pattern, inside);
  if (pattern.type === 'TSParameterProperty') return breaks(c, pattern.start, pattern.parameter.start as number) + inside(pattern.parameter as Node);
  const inner = unwrap(pattern);
  return inner === pattern ? c.emit(pattern) : breaks(c, pattern.start, inner.start) + inside(inner) + breaks(c, inner.end, pattern.end);
}

function emitPatternProperty(c: Context, property: Node, inside: (child: Node) => string): string {
  const { key, value } = property as unknown as { key: Node; value: Node };
  if (property.shorthand) return `${key.name as string}: ${inside(value)}`;
  if (property.computed) return copyList(c, [key, value], property.start, property.end, (child) => (child === key ? c.emit(child) : inside(child)));
  return copyList(c, [key, value], property.start, property.end, (child) => (child === key ? c.source.slice(key.start, key.end) : inside(child)));
}

const emitLeaf = (c: Context, leaf: Node): string => {
  if (leaf.type === 'MemberExpression') return plainMember(c, leaf);
  return c.facts.bindings.get(leaf)?.text === undefined ? emitName(c, leaf) : variable(c, leaf);
};

/** The places that a pattern assigns to, and whether anything in it is evaluated besides. */
function leaves(pattern: Node | null): { readonly targets: readonly Node[]; readonly isSimple: boolean } {
  if (!pattern) return { targets: [], isSimple: true };
  const node = unwrap(pattern);
  if (isPattern(node)) {
    const parts = ((node.properties ?? node.elements) as (Node | null)[]).map(leaves);
    return { targets: parts.flatMap((part) => part.targets), isSimple: parts.every((part) => part.isSimple) };
  }
  if (node.type === 'Property') {
    const inner = leaves(node.value as Node);
    return { targets: inner.targets, isSimple: inner.isSimple && !node.computed };
  }
  if (node.type === 'AssignmentPattern') return { targets: leaves(node.left as Node).targets, isSimple: false };
  if (node.type === 'RestElement') return leaves(node.argument as Node);
  return { targets: [node], isSimple: true };
}

/**
 * A destructuring assignment. `right` is evaluated first. If the pattern evaluates nothing but its places, the parts are taken
 * out into temporaries and then written one by one, a point before each. Otherwise the whole is one step: one point, and a
 * record of each write.
 */
export function assignPattern(c: Context, pattern: Node, right: Node | undefined, value: () => string, isUnused: boolean): string {
  const { targets, isSimple } = leaves(pattern);
  const watched = targets.filter((target) => isWatched(c, target));
  if (watched.length === 0) return `(${emitPattern(c, pattern)} = ${value()})`;
  const isHeld = right === undefined;
  const whole = isHeld ? value() : temporary(c);
  const take = isHeld ? '' : `${whole} = ${value()}`;
  const result = isUnused ? '' : whole;
  const assigned = new Set(targets.map((target) => c.facts.bindings.get(target)));
  const isPlain = (target: Node): boolean => target.type === 'Identifier' || isPlainMember(c, target, assigned);
  if (isSimple && canSuspend(c) && watched.every(isPlain)) {
    const held = new Map(watched.map((target) => [target, temporary(c)]));
    const text = emitPattern(c, pattern, (leaf) => held.get(leaf) ?? emitLeaf(c, leaf));
    const writes = watched.flatMap((target) => [watch(c, target, true), `${code(c, target)} = ${held.get(target) ?? ''}`]);
    return sequence(take, `${text} = ${whole}`, ...writes, result);
  }
  const records = watched.filter(isPlain).map((target, i) => watch(c, target, i === 0));
  return sequence(take, ...records, `${emitPattern(c, pattern)} = ${whole}`, result);
}

const isWatched = (c: Context, target: Node): boolean =>
  target.type === 'Identifier' ? cellOf(c, target) !== undefined : target.type === 'MemberExpression' && isObserved(c, target.object as Node);

/** A member whose object and key may be written twice, on one line, and after the assignments of the pattern. */
function isPlainMember(c: Context, target: Node, assigned: ReadonlySet<Binding | undefined>): boolean {
  if (target.type !== 'MemberExpression') return false;
  const { object, property } = target as unknown as { object: Node; property: Node };
  if ([object, property].some((part) => { const binding = c.facts.bindings.get(unwrap(part)); return binding !== undefined && assigned.has(binding); })) return false;
  return isRepeatable(c, object, []) && (!target.computed || isRepeatable(c, property, [])) && breaks(c, target.start, target.end) === '';
}

const code = (c: Context, target: Node): string => (target.type === 'Identifier' ? variable(c, target) : plainMember(c, target));

function watch(c: Context, target: Node, isFirst: boolean): string {
  const record = isFirst ? point : seen;
  if (target.type === 'Identifier') return record(c, 'write', cellOf(c, target) ?? '', target);
  const property = target.property as Node;
  const key = target.computed ? c.emit(property) : quote(`${property.type === 'PrivateIdentifier' ? '#' : ''}${property.name as string}`);
  return record(c, 'writeProperty', `${c.emit(target.object as Node)}, ${key}`, property);
}

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
