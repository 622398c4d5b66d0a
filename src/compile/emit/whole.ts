import { type Node } from '../ast.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { isObserved } from './members.ts';
import { place } from './points.ts';
import { sequence } from './text.ts';

/** `text`, the code of `node`, whose properties are about to be read by the language or by a built-in, all at once: `{ ...o }`, `Object.keys(o)`. `isDeep`: and those of what they hold. */
export function readWhole(c: Context, node: Node, text: string, isDeep = false): string {
  // What is spread is read where it is spread.
  if (node.type === 'SpreadElement' || !isObserved(c, node)) return text;
  const deep = isDeep ? ', true' : '';
  if (!canSuspend(c)) return `${c.engine}.sawAll(${text}, ${place(c, node)}${deep})`;
  const held = temporary(c);
  return sequence(`${held} = ${text}`, `${c.engine}.readAll(${held}, ${place(c, node)}) && (yield)`, `${c.engine}.sawAll(${held}, ${place(c, node)}${deep})`);
}

const readers: Readonly<Record<string, ReadonlySet<string>>> = {
  Object: new Set(['freeze', 'seal', 'isFrozen', 'isSealed', 'getOwnPropertyDescriptors', 'keys', 'values', 'entries', 'assign', 'getOwnPropertyNames', 'groupBy', 'fromEntries']),
  JSON: new Set(['stringify']),
  Array: new Set(['from']),
  console: new Set(['log', 'info', 'warn', 'error', 'debug', 'dir', 'table']),
};

const copiers = new Set(['structuredClone', 'Set', 'Map', 'WeakSet', 'WeakMap']);

/** The names of `Object.keys`, if that is a built-in here. */
function builtIn(c: Context, callee: Node): readonly [object: string, method: string] | undefined {
  if (callee.type !== 'MemberExpression' || callee.computed || callee.object.type !== 'Identifier' || c.facts.bindings.has(callee.object as Node)) return undefined;
  return [callee.object.name as string, callee.property.name as string];
}

/** True for a call of a built-in that reads all properties of its arguments. */
export function readsArguments(c: Context, callee: Node): boolean {
  if (callee.type === 'Identifier') return copiers.has(callee.name as string) && !c.facts.bindings.has(callee);
  const [object, method] = builtIn(c, callee) ?? ['', ''];
  return readers[object]?.has(method) === true;
}

/** True for one that reads what the properties hold as well, all the way down. */
export const readsDeeply = (c: Context, callee: Node): boolean => callee.type === 'Identifier' ? callee.name === 'structuredClone' : ['JSON', 'console'].includes(builtIn(c, callee)?.[0] ?? '');

/** Built-ins that read or write the property of their first argument that the second names. */
const oneProperty: Readonly<Record<string, Readonly<Record<string, 'readProperty' | 'writeProperty'>>>> = {
  Object: { hasOwn: 'readProperty', getOwnPropertyDescriptor: 'readProperty', defineProperty: 'writeProperty' },
  Reflect: { get: 'readProperty', has: 'readProperty', getOwnPropertyDescriptor: 'readProperty', set: 'writeProperty', defineProperty: 'writeProperty', deleteProperty: 'writeProperty' },
};

/** The access that the call of a built-in is to the property of its first argument that its second one names. */
export function propertyAccess(c: Context, callee: Node): 'readProperty' | 'writeProperty' | undefined {
  const [object, method] = builtIn(c, callee) ?? ['', ''];
  return Object.hasOwn(oneProperty, object) ? oneProperty[object]?.[method] : undefined;
}

/** True for `Object.assign`. */
export const assignsAll = (c: Context, callee: Node): boolean => builtIn(c, callee)?.join('.') === 'Object.assign';
