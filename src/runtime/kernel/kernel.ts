import type { Measured, ResourceKind, TaskKind } from '#trace';
import type { Access } from './access.ts';
import type { Body, Call, Operation, TaskRef } from './operation.ts';
import type { Shared, SharedOptions } from './shared.ts';

/**
 * A point in one task's past that another task may come to know: what was unlocked, sent, finished. Whoever `acquire`s it happens
 * after it. Stamps can be chained, for "after all of these".
 */
export interface Stamp {
  /** Position of the step in the run. */
  readonly at: number;
  /** Position of the event in the trace. */
  readonly event: number;
  /** Which of that step's stamps it is. */
  readonly nth: number;
  readonly before: Stamp | undefined;
}

/** A point in one task's life, for asking who was started after it. */
export interface Mark {
  readonly task: number;
  /** Tasks that had been made by then. */
  readonly tasks: number;
}

export interface Detail {
  readonly value?: string | undefined;
  readonly flow?: 'in' | 'out' | undefined;
  readonly partner?: TaskRef | undefined;
  readonly note?: string | undefined;
}

export interface SpawnOptions {
  readonly name: string;
  readonly kind: TaskKind;
  /** What becomes of a failure: `crash` ends the program (Go), `report` prints it and goes on (Python threads), `reject` is for whoever awaits. */
  readonly onFailure: 'crash' | 'report' | 'reject';
  /** Main's end waits for it. */
  readonly keepsAlive: boolean;
  /** Told of a failure that is to be reported, in the step that failed; true: nothing has to be printed. */
  readonly onReport?: (error: unknown) => boolean;
}

export interface TaskHandle extends TaskRef {
  readonly isDone: boolean;
  /** Settled when the task ends: who looks at `isDone` touches it with `LOOK_SETTLED`. */
  readonly ended: Shared;
  readonly endStamp: Stamp | undefined;
  /** Completes when the task has ended, however it ended. */
  join(): Operation<void>;
}

/**
 * The few things that primitives need. The model kernel does them in virtual time, one at a time, in any order that a strategy
 * chooses; the native kernel does them on promises and timers.
 */
export interface Kernel {
  /** Runs `operation` in the calling task. Awaiting the result is where the task waits. */
  submit<T>(operation: Operation<T>): Promise<T>;
  /** The same for a body of several operations. */
  run<T>(body: Body<T>, name: string): Promise<T>;
  /**
   * For what is ready and does not fail: if this kernel does it at once, in the caller's turn, the promise to return, which is settled; the
   * primitive then does it. Undefined if it has to be submitted. The second gives a value, for kernels of which that is known.
   */
  atOnce(): Promise<void> | undefined;
  atOnceWith<T>(value: T): Promise<T>;
  /** For such a kernel and what is known not to be ready. */
  wait<T>(operation: Operation<T>): Promise<T>;
  /** A real promise of this kernel for an operation that was not awaited at once. */
  promised<T>(operation: Operation<T>): Promise<T>;
  spawn(options: SpawnOptions, call: Call): TaskHandle;
  /** Runs `body` in main when its own steps are over, before the program's end is waited for. */
  atEnd(body: () => Body<void>): void;
  current(): TaskHandle;
  readonly main: TaskHandle;
  /** Whether `current` is the task that calls, rather than a guess: a host may not keep it across an `await`. */
  knowsCaller(): boolean;

  shared(kind: ResourceKind, options?: SharedOptions): Shared;
  /** Says that the current step used `resource`; `by` is another task that this step completes an operation for. */
  touch(resource: Shared, access: Access, by?: TaskRef): void;
  /**
   * Says that the current task gave a signal on `resource`, which is kept for nobody: `woken` are the operations that it let go on. With
   * none, the signal is lost.
   */
  signalled(resource: Shared, woken: readonly Operation<unknown>[]): void;
  /** What a module of primitives keeps for this run, made when it is first asked for. Nothing is kept from run to run. */
  own<T>(module: symbol, make: () => T): T;
  /** Prints a line, as `console.log` does. */
  print(line: string): void;
  /** Asks `get` at the program's end, if a trace is written, what was measured. It may look, and must not change anything. */
  measured(get: () => Measured | undefined): void;
  /** Puts an event into the trace. */
  did(verb: string, resource: Shared | undefined, detail?: Detail): void;
  /** `value` as the trace shows it; nothing where no trace is written. */
  shown(value: unknown): string;
  /** A stamp of now, chained to `before`. */
  release(before?: Stamp): Stamp | undefined;
  /** Happens after `stamp`, for the task `by` (default: the current one). A `value` makes the arrow carry it. */
  acquire(stamp: Stamp | undefined, value?: string, by?: TaskRef): void;
  /** Here and now, in the current task. */
  mark(): Mark;
  /** Whether the current task passed `mark` itself, or was started after it by the task that did, or by one that was. */
  isAfter(mark: Mark): boolean;
  /** Whether nobody uses what the primitive's method that is called now returns. To be asked once, by a method whose `ABOUT` says `canBeUnused`. */
  takeUnused(): boolean;
  /** Tells that `resource` changed: who waits for it may be able to go on. */
  changed(resource: Shared): void;
  /** Tells that `operation`, which waits and is found by its partner only, can go on now. */
  retry(operation: Operation<unknown>): void;
  /** Completes the operation that `task` is waiting in; it becomes ready. `did` is the event its lane will show. */
  complete(operation: Operation<unknown>, value: unknown, shown?: { verb: string; resource: Shared | undefined; detail: Detail; stamp: Stamp | undefined; stampValue?: string | undefined }): void;

  /** Virtual (model) or real (native) milliseconds since the start. */
  now(): number;
  /** Waits for `ms`. To `work` takes a core, or the GIL. */
  sleep(ms: number, reason?: 'sleep' | 'work'): Body<void>;
  /** Calls `fire` after `ms`, unless cancelled. The call is a step of its own. With `keepsAlive`, main's end waits for it. */
  timer(ms: number, name: string, fire: () => void, keepsAlive?: boolean): { cancel(): boolean };
  /**
   * For a kernel whose programs draw from the host's chance rather than from a stream of its own: calls `body`, which is not to wait, with
   * `chance(random)` in place of that.
   */
  lendChance?<T>(chance: (random: () => number) => () => number, body: () => T): T;
  /** How many cores there are for `work`; with `total`, from now on that many. Returns the number before. */
  maxProcs(total?: number): number;
  /** Whether both sides of a hand-over look for a partner (native), or only the sender does (model). */
  readonly bothSidesMeet: boolean;
  /** Main has returned: the program is over, and what still goes on is not seen by anybody. */
  readonly mainReturned: boolean;
  /** The clock that `now` reads and timers move. */
  readonly clock: Shared;
}
