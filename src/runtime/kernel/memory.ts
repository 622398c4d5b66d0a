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

/** What calling `method` of an array, map or set does to it; undefined for any other object. */
export function containerAccess(object: unknown, method: PropertyKey): Access | undefined {
  if (!Array.isArray(object) && !(object instanceof Map) && !(object instanceof Set)) return undefined;
  return WRITERS.has(method) ? WHOLE_WRITE : WHOLE_READ;
}

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
