import { isPattern, unwrap, type Node } from '../ast.ts';
import type { Binding } from '../scopes.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { variable } from './identifiers.ts';
import { isObserved, isRepeatable, plainMember } from './members.ts';
import { emitLeaf, emitPattern } from './patterns.ts';
import { cellOf, place, point, seen } from './points.ts';
import { Lines, readsOf, takeApart } from './take-apart.ts';
import { breaks, quote, sequence } from './text.ts';

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
 * out into temporaries and then written one by one, a point before each; where others could hold what is taken apart, there is one before each part
 * too. Otherwise the whole is one step: one point, and a record of each read and each write.
 *
 * Without `right`, `value` is code for what a loop gives, which others could hold. The loop's head keeps the lines.
 */
export function assignPattern(c: Context, pattern: Node, right: Node | undefined, value: () => string, isUnused: boolean): string {
  const { targets, isSimple } = leaves(pattern);
  const watched = targets.filter((target) => isWatched(c, target));
  const isHeld = right === undefined;
  const isShared = isHeld || isObserved(c, right);
  if (watched.length === 0 && !isShared) return `(${emitPattern(c, pattern)} = ${value()})`;
  const whole = isHeld ? value() : temporary(c);
  const take = isHeld ? '' : `${whole} = ${value()}`;
  const result = isUnused ? '' : whole;
  const assigned = new Set(targets.map((target) => c.facts.bindings.get(target)));
  const isPlain = (target: Node): boolean => target.type === 'Identifier' || isPlainMember(c, target, assigned);
  const areHeld = watched.every(isPlain) && (watched.length > 0 || targets.every((target) => target.type === 'Identifier'));
  if (isSimple && canSuspend(c) && areHeld) {
    // Other variables too: one that cannot be assigned, or not yet, fails where it stands among the writes.
    const taken = targets.filter((target) => target.type === 'Identifier' || watched.includes(target));
    const held = new Map(taken.map((target) => [target, temporary(c)]));
    const leaf = (one: Node): string => held.get(one) ?? emitLeaf(c, one);
    const lines = new Lines(c, pattern.start, !isHeld);
    const reads = isShared ? takeApart(c, pattern, whole, lines, { leaf, fresh: () => temporary(c) }) : [`${emitPattern(c, pattern, leaf)} = ${whole}`];
    const rest = isShared ? lines.upTo(pattern.end) : '';
    const writes = taken.flatMap((target) => [watched.includes(target) ? watch(c, target, true) : '', `${code(c, target)} = ${held.get(target) ?? ''}`]);
    return sequence(take, ...reads, ...writes, result) + rest;
  }
  const records = watched.filter(isPlain).map((target, i) => watch(c, target, i === 0));
  const asks = isShared && records.length === 0 && canSuspend(c) ? [`${c.engine}.readAll(${whole}, ${place(c, pattern)}) && (yield)`] : [];
  const reads = isShared ? readsOf(c, pattern, whole) : [];
  return sequence(take, ...asks, ...records, ...reads, `${emitPattern(c, pattern)} = ${whole}`, result);
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
