import { isPattern, unwrap, type Node } from '../ast.ts';
import { isPure } from '../pure.ts';
import { temporary, type Context } from './context.ts';
import { capture, isDirect, lexicalOwner, variable } from './identifiers.ts';
import { access, isObserved, plainMember, superKey } from './members.ts';
import { keepName, nameValue } from './naming.ts';
import { assignPattern } from './destructuring.ts';
import { cellOf, point } from './points.ts';
import { breaks, copy, sequence } from './text.ts';

/** A place to be read and written with points, everything in it evaluated once. */
interface Place {
  readonly setup: string;
  readonly code: string;
  readonly target: Node;
  readonly read: () => string;
  readonly write: () => string;
}

/** The place that `target` names, or undefined if other tasks cannot see it. */
function observedPlace(c: Context, target: Node, later: readonly Node[]): Place | undefined {
  if (target.type === 'Identifier') {
    const cell = cellOf(c, target);
    if (cell === undefined) return undefined;
    return { setup: '', code: variable(c, target), target, read: () => point(c, 'read', cell, target), write: () => point(c, 'write', cell, target) };
  }
  if (target.type !== 'MemberExpression' || !isObserved(c, target.object as Node)) return undefined;
  const { setup, object, key, property } = access(c, target, later);
  const operands = `${object}, ${key}`;
  const node = target.property as Node;
  return { setup, code: property, target, read: () => point(c, 'readProperty', operands, node), write: () => point(c, 'writeProperty', operands, node) };
}

/** `(f) = () => {}` gives the function no name. */
const isParenthesized = (c: Context, node: Node): boolean => c.source.startsWith('(', node.start) && (node.left as Node).type === 'Identifier';

/** The left side where no point is wanted. */
function plainTarget(c: Context, target: Node): string {
  if (target.type === 'Identifier') return variable(c, target) + breaks(c, target.start, target.end);
  return target.type === 'MemberExpression' ? plainMember(c, target) : c.emit(target);
}

export function emitAssignment(c: Context, node: Node): string {
  const target = unwrap(node.left as Node);
  const right = node.right as Node;
  const operator = node.operator as string;
  const middle = breaks(c, target.end, right.start);
  const before = breaks(c, node.start, target.start);
  const value = (): string => middle + nameValue(c, right, target, c.emit(right)) + breaks(c, right.end, node.end);
  if (isPattern(target)) return assignPattern(c, target, right, value, isUnused(node));
  if (isSuperInArrow(c, target)) return assignSuper(c, target, operator, value);
  const to = observedPlace(c, target, [right]);
  if (!to && isParenthesized(c, node)) return `${before}(${plainTarget(c, target)}) ${operator} ${value()}`;
  if (!to) return `${before}${plainTarget(c, target)} ${operator} ${named(c, right, target, value())}`;
  const start = before + to.setup;
  if (operator === '=') return assignPlace(c, to, start, right, value);
  const operation = operator.slice(0, -1);
  if (operation === '&&' || operation === '||' || operation === '??') {
    const read = to.read();
    const held = temporary(c);
    const assigned = value();
    return sequence(start + read, `${to.code} ${operation} ${sequence(`${held} = ${keepName(right, target, assigned)}`, to.write(), `${to.code} = ${held}`)}`);
  }
  const read = to.read();
  const held = temporary(c);
  const operand = value();
  return sequence(start + read, `${held} = ${to.code} ${operation} (${operand})`, to.write(), `${to.code} = ${held}`);
}

/** `text`, the code of `value`, for a variable that does not stand there by its name and so cannot name what it gets. */
const named = (c: Context, value: Node, target: Node, text: string): string => (target.type === 'Identifier' && !isDirect(c, target) ? keepName(value, target, text) : text);

function assignPlace(c: Context, to: Place, start: string, right: Node, value: () => string): string {
  if (isPure(right, c.facts)) return sequence(start + to.write(), `${to.code} = ${named(c, right, to.target, value())}`);
  const held = temporary(c);
  const text = keepName(right, to.target, value());
  return sequence(`${start}${held} = ${text}`, to.write(), `${to.code} = ${held}`);
}

/** `++` and `--`. The old value is kept only if somebody wants it. */
export function emitUpdate(c: Context, node: Node): string {
  const target = unwrap(node.argument as Node);
  const operator = node.operator as string;
  if (isSuperInArrow(c, target)) {
    c.report(node, `"${operator}" on a member of "super" cannot be used in an async arrow`, `write \`super.x = super.x ${operator.charAt(0)} 1\`.`);
    return 'undefined';
  }
  const to = observedPlace(c, target, []);
  if (!to) return copy(c, node, () => plainTarget(c, target) + breaks(c, target.end, node.argument.end as number));
  const start = breaks(c, node.start, target.start) + to.setup;
  const end = breaks(c, target.end, node.end);
  const read = to.read();
  const held = temporary(c);
  const take = `${held} = ${to.code}`;
  if (node.prefix || isUnused(node)) return sequence(start + read, take, `${operator}${held}`, to.write(), `${to.code} = ${held}${end}`);
  const old = temporary(c);
  return sequence(start + read, take, `${old} = ${held}${operator}`, to.write(), `${to.code} = ${held}`, `${old}${end}`);
}

/** True if nobody looks at the value of this expression. */
function isUnused(node: Node): boolean {
  const parent = node.parent;
  return parent?.type === 'ExpressionStatement' || (parent?.type === 'ForStatement' && parent.update === node);
}

const isSuperInArrow = (c: Context, target: Node): boolean =>
  target.type === 'MemberExpression' && target.object.type === 'Super' && lexicalOwner(c).arrow !== undefined;

function assignSuper(c: Context, target: Node, operator: string, value: () => string): string {
  const { arrow } = lexicalOwner(c);
  if (!arrow) return '';
  if (operator !== '=') {
    c.report(target, `"${operator}" on a member of "super" cannot be used in an async arrow`, 'write it as a plain assignment.');
    return 'undefined';
  }
  return `${capture(c, arrow, 'super.set')}(${superKey(c, target)}, ${value()})`;
}

/** Assigns `value`, which is code that may be evaluated at any time, to a target that stands in a loop's head. */
export function assignHeld(c: Context, left: Node, value: string): string {
  const target = unwrap(left);
  if (isPattern(target)) return assignPattern(c, target, undefined, () => value, true);
  const to = observedPlace(c, target, []);
  return to ? sequence(to.setup + to.write(), `${to.code} = ${value}`) : `${plainTarget(c, target)} = ${value}`;
}
