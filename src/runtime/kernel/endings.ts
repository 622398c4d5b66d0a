import { InternalError, printThrown } from '#base';
import type { ResourceId, Trace, Waiting } from '#trace';
import { LAST, SETTLE } from './access.ts';
import { Books } from './books.ts';
import { EndOperation } from './end-operation.ts';
import { cycleIn, failureOf, leaksOf, stopped, unheardRejection, waitingIn } from './ends.ts';
import type { Fairness } from './fairness.ts';
import type { ModelPromise } from './promise.ts';
import type { Candidate } from './strategy.ts';
import type { Task } from './task.ts';

/** Of so many tasks, a run with fewer steps than these for each has not shown that it would go on for ever. */
const MANY_TASKS = 100;
const FEW_STEPS = 10;

/** How the tasks of a run end, and the run itself; and what can be told of it then. */
export abstract class Endings extends Books {
  /** The task that went last. */
  last: Task | undefined = undefined;
  /** What main failed with, while threads go on. */
  protected failure: ReturnType<typeof failureOf> | undefined = undefined;
  protected abstract readonly fairness: Fairness;

  /** Tasks that can go on now, in order of birth. */
  abstract candidates(): readonly Candidate[];

  protected finish(task: Task, state: 'returned' | 'failed', value: unknown): void {
    task.state = state;
    task.steps = undefined;
    if (state === 'failed') task.error = value;
    if (task.promise === undefined) this.touch(task.ended, SETTLE);
    task.endStamp = this.release();
    if (task.promise !== undefined) return this.#settle(task.promise, state, value);
    if (state === 'returned') return;
    if (task.options.onFailure === 'report') return this.#report(task, value);
    if (task.bubble !== undefined) return task.bubble.fail(value);
    this.crash(task, value);
  }

  #settle(promise: ModelPromise, state: 'returned' | 'failed', value: unknown): void {
    if (state === 'returned') promise.resolve(value);
    else promise.reject(value);
    // The task has ended all the same, if its promise follows another.
    if (!promise.isSettled) this.touch(promise.shared, SETTLE);
  }

  /**
   * The program ends here. Whoever explores lets the other tasks go on all the same: what they would have done, had they come first,
   * is found no other way. Nothing of it is shown.
   */
  protected crash(task: Task, error: unknown): void {
    this.touch(this.outputShared, LAST);
    if (this.mainReturned) return;
    this.mainReturned = true;
    this.end = failureOf(this, task, error);
    this.schedule?.close(this.steps);
  }

  #report(task: Task, error: unknown): void {
    if (task.options.onReport?.(error) === true) return;
    this.print(`Exception in thread ${task.name}:`);
    this.print(printThrown(error));
  }

  /** Nothing can go on any more. */
  protected quiescent(): true {
    if (this.end === undefined) {
      const main = this.tasks[0] as Task;
      const onlyPromises = main.operation instanceof EndOperation && main.operation.missing().every((task) => task.options.kind === 'async');
      if (this.mainReturned) this.end = { kind: 'ok' };
      else this.end = unheardRejection(this) ?? (onlyPromises ? { kind: 'ok' } : { kind: 'deadlock', waiting: this.waiting(), cycle: this.cycle() });
    }
    return this.over();
  }

  protected outOfSteps(): true {
    const task = this.last ?? (this.tasks[0] as Task);
    // So many tasks need so many steps to come to any end at all.
    const isCrowd = this.tasks.length >= MANY_TASKS && this.tasks.length * FEW_STEPS > this.steps;
    const reason = `stopped after ${this.steps.toLocaleString('en')} steps`;
    if (this.mainReturned) this.end ??= { kind: 'ok' };
    else this.end = stopped(this, task, isCrowd ? `${reason}, in which ${this.tasks.length.toLocaleString('en')} tasks were started` : reason, task.pos);
    this.isUnfair = isCrowd || this.fairness.isBroken(this.steps, this.candidates(), task);
    return this.over();
  }

  protected over(): true {
    this.recorder?.finish();
    return true;
  }

  /** Main has done its last step. If the program crashed before, this is for the explorer only. */
  mainEnds(): void {
    this.mainReturned = true;
    this.end ??= this.failure ?? unheardRejection(this);
  }

  /** Tasks that wait and that nobody will wake. */
  waiting(): Waiting[] {
    return waitingIn(this);
  }

  /** Tasks that are left waiting after the program's end: not daemons, which end with the program, and not timers. */
  leaks(): Waiting[] {
    return leaksOf(this);
  }

  /** A ring of tasks in which each waits for the next; empty if there is none. */
  cycle(): number[] {
    return cycleIn(this);
  }

  /** The trace of a recorded run that has ended. */
  trace(): Trace {
    if (this.recorder === undefined || this.end === undefined) throw new InternalError('trace of a run that was not recorded to its end');
    return this.recorder.build(this.end);
  }

  /**
   * The steps of a run that was given up. Reads and writes of what only one task has used so far are left out, unless `shown` names it:
   * nobody can know yet whether others will use it.
   */
  traceSoFar(shown: ReadonlySet<ResourceId>): Trace {
    if (this.recorder === undefined) throw new InternalError('trace of a run that was not recorded');
    return this.recorder.build({ kind: 'ok' }, shown);
  }

  scheduleText(): string {
    return this.schedule?.text() ?? '';
  }

  get main(): Task {
    return this.tasks[0] as Task;
  }
}
