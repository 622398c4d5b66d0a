import { unwrap, type Node } from '../ast.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { isObserved } from './members.ts';
import { place } from './points.ts';
import { sequence } from './text.ts';

/** `text`, the code of `node`, whose properties are about to be read by the language or by a built-in, all at once: `{ ...o }`, `Object.keys(o)`. */
export function readWhole(c: Context, node: Node, text: string): string {
  const inner = unwrap(node);
  if ((inner.type !== 'Identifier' && inner.type !== 'MemberExpression') || !isObserved(c, inner)) return text;
  if (!canSuspend(c)) return `${c.engine}.sawAll(${text}, ${place(c, node)})`;
  const held = temporary(c);
  return sequence(`${held} = ${text}`, `${c.engine}.readAll(${held}, ${place(c, node)}) && (yield)`, `${c.engine}.sawAll(${held}, ${place(c, node)})`);
}

/** Code for what a loop goes through that takes each of its values apart: `for (const { a } of list)`. */
export const readEach = (c: Context, node: Node, text: string): string => `${c.engine}.sawEach(${text}, ${place(c, node)})`;

const readers: Readonly<Record<string, ReadonlySet<string>>> = {
  Object: new Set(['keys', 'values', 'entries', 'assign', 'getOwnPropertyNames', 'groupBy', 'fromEntries']),
  JSON: new Set(['stringify']),
  Array: new Set(['from']),
  console: new Set(['log', 'info', 'warn', 'error', 'debug', 'dir', 'table']),
};

/** True for a call of a built-in that reads all properties of its arguments. */
export function readsArguments(c: Context, callee: Node): boolean {
  if (callee.type === 'Identifier') return callee.name === 'structuredClone' && !c.facts.bindings.has(callee);
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || c.facts.bindings.has(callee.object as Node)) return false;
  return readers[callee.object.name as string]?.has(callee.property.name as string) === true;
}
