import { SETTLE, SETTLE_LATE, type Access } from './access.ts';
import type { Stamp } from './kernel.ts';
import { ReadyOperation, type Operation, type TaskRef } from './operation.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';
import { Wake } from './time.ts';

/**
 * Every step of a task in a bubble, and the steps for which all of them have to stand still. The latter never race with the former: nothing stands still
 * while a step could be made, and who stood still goes on only because of what came after. Neither can come the other way round.
 */
const BUSY: Access = { bit: 1, after: 2, races: 0 };
export const QUIET: Access = { bit: 2, after: 1 | 2 | 4, races: 4 };
/** Somebody outside uses what was made inside, and may wake who stood still. That can come before or after. */
const STRAY: Access = { bit: 4, after: 2, races: 2 };

/** What waits for a lock may be let go by anybody, and is never counted as standing still. */
export const isForALock = (reason: string): boolean => reason === 'sync.Mutex.Lock' || reason === 'sync.RWMutex.Lock' || reason === 'sync.RWMutex.RLock';

/** The original's errors, which are known to whoever opens a bubble. */
export interface BubbleErrors {
  /** Somebody outside does `what` to a channel or timer of the bubble. */
  outside(what: string): Error;
  /** A second task waits for the others to stand still. */
  waitingAlready(): Error;
}

/**
 * Tasks with a clock of their own, which moves when all of them stand still, by a step of whoever tends the bubble. Everything that is made by one of
 * them belongs to it.
 */
export class Bubble {
  /** Touched by every step of a member. Also its clock. */
  readonly shared: Shared;
  readonly run: Run;
  readonly errors: BubbleErrors;
  readonly alarms = new Set<Wake>();
  time = 0;
  /** Who waits for all others to stand still. */
  readonly waiter: Shared;
  /** The first uncaught error of a member. */
  readonly failed: Shared;
  failure: { readonly error: unknown; readonly stamp: Stamp } | undefined = undefined;
  readonly #members: Task[] = [];
  #isWaiting = false;

  constructor(run: Run, errors: BubbleErrors) {
    this.run = run;
    this.errors = errors;
    this.shared = run.shared('timer', { name: 'the clock of the bubble' });
    this.waiter = run.shared('other', { name: 'the wait of the bubble' });
    this.failed = run.shared('promise', { name: 'the failure of the bubble' });
    this.shared.bubble = this;
  }

  add(task: Task): void {
    this.#members.push(task);
  }

  /** A member begins a step. */
  step(): void {
    this.run.touch(this.shared, BUSY);
  }

  /** A member failed, and nobody caught it: so does the bubble. */
  fail(error: unknown): void {
    this.run.touch(this.failed, this.failure === undefined ? SETTLE : SETTLE_LATE);
    this.failure ??= { error, stamp: this.run.release() };
  }

  beginWait(): void {
    if (this.#isWaiting) throw this.errors.waitingAlready();
    this.#isWaiting = true;
  }

  endWait(): void {
    this.#isWaiting = false;
  }

  /** Members that have not ended. A timer is nobody, unless the end of the program waits for it. */
  living(): Task[] {
    return this.#members.filter((task) => !task.isDone && (task.options.kind !== 'timer' || task.options.keepsAlive));
  }

  /** Whether no member but `except` can go on, unless another member or the clock lets it. */
  isStill(except?: TaskRef): boolean {
    return this.#members.every((task) => task === except || task.isDone || this.#stands(task));
  }

  #stands(task: Task): boolean {
    const { operation } = task;
    if (operation === undefined || task.isReady || operation.ways() > 0 || isForALock(operation.reason)) return false;
    let isOwn = true;
    const look = (resource: Shared): void => { isOwn &&= resource.bubble === this || resource === this.run.cores; };
    operation.intend(look);
    operation.meetings(look);
    return isOwn;
  }

  /** What was made by a member is touched from outside. @throws what `errors` says, for channels and timers */
  strayed(resource: Shared, closes: boolean): void {
    if (resource === this.shared) return;
    if (closes) throw this.errors.outside('close of synctest channel');
    const { verb } = this.run.current().access;
    if (resource.kind === 'timer') throw this.errors.outside(`${verb === 'reset' ? 'reset' : 'stop'} of synctest timer`);
    this.run.touch(this.shared, STRAY);
  }

  /** The current task comes to know of all that the others did before they stood still. */
  knowAll(): void {
    const { run } = this;
    run.touch(this.shared, QUIET);
    for (const task of this.#members) {
      if (task === run.current()) continue;
      run.acquire(task.isDone ? task.endStamp : run.releaseOf(task));
    }
  }

  /** Moves the clock to the next alarm. False if there is none. */
  moveOn(): boolean {
    const next = Math.min(...[...this.alarms].map(({ deadline }) => deadline));
    if (next === Infinity) return false;
    this.time = next;
    return true;
  }
}

/** An alarm by a bubble's clock. It does not move it, so all whose time has come are ready together. */
export class BubbleWake extends Wake {
  readonly #bubble: Bubble;

  constructor(bubble: Bubble, deadline: number, reason: 'sleep' | 'work', timer?: Shared) {
    super(bubble.run, deadline, reason, timer);
    this.#bubble = bubble;
  }

  override get isDue(): boolean {
    return this.deadline <= this.#bubble.time;
  }

  override ways(): number {
    return !this.isCancelled && this.isDue ? 1 : 0;
  }

  override intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.#bubble.shared, BUSY);
    this.intendTimer(touch);
  }

  override park(): void {
    this.#bubble.alarms.add(this);
  }

  override unpark(): void {
    this.#bubble.alarms.delete(this);
  }

  /** Its time has come already. */
  protected override arrive(): void {}
}

/** What a task does in place of an operation on a channel of a bubble that it does not live in. */
class OutOfBounds extends ReadyOperation<never> {
  readonly verb: string;
  readonly reason = 'ready';
  readonly resource = undefined;
  readonly #error: Error;

  constructor(verb: string, error: Error) {
    super();
    this.verb = verb;
    this.#error = error;
  }

  perform(): never {
    throw this.#error;
  }

  intend(): void {}
}

/** `operation`, if `task` may do it. */
export function withinBounds(task: Task, operation: Operation<unknown>): Operation<unknown> {
  const { verb } = operation;
  if (verb !== 'send' && verb !== 'receive' && verb !== 'select') return operation;
  let other: Bubble | undefined;
  const look = ({ bubble }: Shared): void => { if (bubble !== undefined && bubble !== task.bubble) other = bubble as Bubble; };
  operation.intend(look);
  operation.meetings(look);
  return other === undefined ? operation : new OutOfBounds(verb, other.errors.outside(`${verb} on synctest channel`));
}
