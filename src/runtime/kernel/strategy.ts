import type { ScheduleLog } from './schedule-log.ts';
import type { Task } from './task.ts';
import type { TaskNames } from './task-names.ts';
import { Wake } from './time.ts';
import type { Witness } from './witness.ts';

/** One task that can go on now, and in how many ways. */
export interface Candidate {
  readonly task: Task;
  readonly ways: number;
}

export interface Choice {
  readonly task: Task;
  readonly way: number;
}

/** One step of a run before. */
export interface Taken {
  readonly task: number;
  readonly way: number;
  readonly verb: string;
}

/** What a strategy keeps of the run before, for the next to go the same way without asking or writing anything down again. */
export interface Beginning {
  /** Steps to be taken again. */
  readonly steps: readonly Taken[];
  /** How many of them. */
  readonly length: number;
  readonly witness: Witness;
  readonly schedule: ScheduleLog;
  readonly names: TaskNames;
}

/**
 * Decides who goes next. The run asks it before every step; nothing else in the runtime chooses.
 *
 * `choose` is given the tasks that can go on, at least one, in order of birth, and the task that went last. Undefined gives the run up.
 */
export interface Strategy {
  /** The beginning of the run before, if this one begins the same way. */
  readonly beginning?: Beginning | undefined;
  choose(candidates: readonly Candidate[], last: Task | undefined): Choice | undefined;
}

/**
 * The course's default order: the task that went last goes on while it can; otherwise the oldest task that can. Timers fire only
 * when nothing else can go. It has no forced switch, so it is the plainest run of a program.
 */
export const plainOrder: Strategy = {
  choose(candidates, last) {
    const task = plainChoice(candidates, last);
    return task === undefined ? undefined : { task, way: 0 };
  },
};

/** The task that the plain order takes. */
export function plainChoice(candidates: readonly Candidate[], last: Task | undefined): Task | undefined {
  let oldest: Task | undefined;
  for (const { task } of candidates) {
    if (isTimer(task)) continue;
    if (task === last) return task;
    oldest ??= task;
  }
  return oldest ?? candidates[0]?.task;
}

/** Whether the task waits for the clock: it sleeps, works, or is a timer. Such a task may always be late. */
export function isTimer(task: Task): boolean {
  return task.operation instanceof Wake;
}
