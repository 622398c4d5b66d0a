import type { Stamp } from './kernel.ts';
import type { Task } from './task.ts';

/**
 * Who knows of whom, by synchronisation: vector clocks. A task's own count, its epoch, is kept apart from what it knows of others, so
 * that tasks which never hear of one another cost nothing. Clocks are shared until they change: a stamp copies nothing.
 */
export function learn(task: Task, stamp: Stamp): void {
  const { clock } = stamp;
  if (clock !== task.clock) for (let id = 0; id < clock.length; id++) put(task, id, clock[id] as number);
  put(task, stamp.task, stamp.epoch);
}

/** What `child` knows at birth: all that its parent did up to now. */
export function inherit(child: Task, parent: Task): void {
  child.clock = parent.clock;
  child.isClockShared = parent.isClockShared = true;
  put(child, parent.id, parent.epoch++);
}

/** A stamp of what `task` has done up to now. What it does from here on is not in it. */
export function stampOf(task: Task, at: number, event: number, before: Stamp | undefined): Stamp {
  task.isClockShared = true;
  return { at, event, task: task.id, epoch: task.epoch++, clock: task.clock, before };
}

/** Whether `task` knows of what `other` did in `epoch`. */
export const knows = (task: Task, other: Task, epoch: number): boolean => (task.clock[other.id] ?? 0) >= epoch;

function put(task: Task, id: number, epoch: number): void {
  if (id === task.id || (task.clock[id] ?? 0) >= epoch) return;
  if (task.isClockShared) {
    task.clock = task.clock.slice();
    task.isClockShared = false;
  }
  while (task.clock.length < id) task.clock.push(0);
  task.clock[id] = epoch;
}
