import type { Access } from './access.ts';
import type { Pos } from './lowered.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';

/** Element of a container, seen from the container as a whole. */
export const PART_READ: Access = { bit: 4, after: 2, races: 2, memory: 'read' };
export const PART_WRITE: Access = { bit: 8, after: 1 | 2, races: 1 | 2, memory: 'write' };
/** The container as a whole: its length, all its elements, its order. */
export const WHOLE_READ: Access = { bit: 1, after: 2 | 8, races: 2 | 8, memory: 'read' };
export const WHOLE_WRITE: Access = { bit: 2, after: 15, races: 15, memory: 'write' };

const WRITERS = new Set<PropertyKey>(['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin', 'set', 'delete', 'clear', 'add']);

/** What calling `method` of an array, a map, a date and the like does to it; undefined for any other object. */
export function containerAccess(object: object, method: PropertyKey): Access | undefined {
  if (!isContainer(object)) return undefined;
  // A date and a view of bytes are changed by what is called setHours, setInt8.
  return WRITERS.has(method) || (typeof method === 'string' && method.startsWith('set')) ? WHOLE_WRITE : WHOLE_READ;
}

/** True for what keeps its contents elsewhere than in properties, arrays included. */
export const isContainer = (object: object): boolean =>
  Array.isArray(object) || object instanceof Map || object instanceof Set || ArrayBuffer.isView(object) || object instanceof Date || object instanceof WeakMap || object instanceof WeakSet;

/** Which properties an object has, for who lists them. Who adds one changes it; two who add do so in either order. */
export const KEYS: unique symbol = Symbol('keys');
export const LIST_KEYS: Access = { bit: 1, after: 2, races: 2 };
export const CHANGE_KEYS: Access = { bit: 2, after: 1, races: 1 };

/** The cells of one object: one per key that was used, and one for the object as a whole. */
export interface ObjectCells {
  readonly whole: Shared;
  readonly parts: Map<PropertyKey, Shared>;
}

export interface MemoryRace {
  readonly resource: Shared;
  readonly first: { readonly task: Task; readonly pos: Pos; readonly kind: 'read' | 'write'; readonly event: number };
  readonly second: { readonly task: Task; readonly pos: Pos; readonly kind: 'read' | 'write' };
}
