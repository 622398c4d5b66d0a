import { READ, WRITE, type Access } from './access.ts';
import { knows } from './knowledge.ts';
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
  name: string | undefined;
  readonly whole: Shared;
  readonly parts: Map<PropertyKey, Shared>;
}

/** An access that later ones are compared with. */
interface Seen {
  readonly task: Task;
  readonly epoch: number;
  readonly pos: Pos;
  readonly kind: 'read' | 'write';
  readonly access: Access;
  readonly event: number;
}

export interface MemoryRace {
  readonly resource: Shared;
  readonly first: { readonly task: Task; readonly pos: Pos; readonly kind: 'read' | 'write'; readonly event: number };
  readonly second: { readonly task: Task; readonly pos: Pos; readonly kind: 'read' | 'write' };
}

/**
 * Finds data races: two accesses of one place by different tasks, at least one a write, neither of which happens before the other
 * by synchronisation. Keeps the last access of each task and kind per place, and compares epochs (FastTrack's idea).
 */
export class RaceDetector {
  readonly #seen = new Map<number, Seen[]>();

  /** Notes an access and returns the earlier ones that race with it. */
  access(resource: Shared, access: Access, task: Task, pos: Pos, event: number): MemoryRace[] {
    let seen = this.#seen.get(resource.id);
    if (seen === undefined) this.#seen.set(resource.id, (seen = []));
    const races: MemoryRace[] = [];
    const kind = access.memory ?? 'read';
    let own = -1;
    for (let i = 0; i < seen.length; i++) {
      const before = seen[i] as Seen;
      if (before.task === task) {
        if (before.access === access) own = i;
        continue;
      }
      const conflict = (access.after & before.access.bit) !== 0 || (before.access.after & access.bit) !== 0;
      if (conflict && !knows(task, before.task, before.epoch)) races.push({ resource, first: before, second: { task, pos, kind } });
    }
    const now: Seen = { task, epoch: task.epoch, pos, kind, access, event };
    if (own === -1) seen.push(now);
    else seen[own] = now;
    return races;
  }
}

export const variableAccess = (kind: 'read' | 'write'): Access => (kind === 'read' ? READ : WRITE);
