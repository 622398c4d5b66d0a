import { AWAIT, SETTLE, type Access } from './access.ts';
import type { Bubble } from './bubble.ts';
import type { SpawnOptions, Stamp, TaskHandle } from './kernel.ts';
import type { Pos, Steps } from './lowered.ts';
import { Operation, ReadyOperation, wordsOfCall } from './operation.ts';
import type { ModelPromise } from './promise.ts';
import type { Run } from './run.ts';
import type { Shared } from './shared.ts';
import type { Candidate } from './strategy.ts';

/** What a completed operation still has to tell the task that waited in it. */
export interface Arrival {
  readonly operation: Operation<unknown>;
  readonly value: unknown;
  readonly show: (() => void) | undefined;
}

/** One task of a run: its generator, and the operation that it is about to do or waits in. */
export class Task implements TaskHandle, Candidate {
  readonly id: number;
  readonly name: string;
  readonly options: SpawnOptions;
  readonly parent: number | undefined;
  /** A thread, or an async call that a thread made without waiting for it. */
  readonly isThreaded: boolean;
  readonly born: Pos;
  /** Touched when the task ends. */
  readonly ended: Shared;
  steps: Steps | undefined;
  /** Steps that wait for `steps` to return, the outermost first. */
  callers: Steps[] | undefined = undefined;
  /** The run's count of steps after this task's last one. */
  steppedAt = 0;
  /** What the task does next. Undefined while it runs and when it has ended. */
  operation: Operation<unknown> | undefined = undefined;
  /** Its operation never waits and has one way, so nobody has to ask it. */
  isReady = false;
  /** Where the learner's code stands. */
  pos: Pos;
  /** Set when somebody else completed the operation: the task has only to go on with the value. */
  arrival: Arrival | undefined;
  promise: ModelPromise | undefined;
  state: 'alive' | 'returned' | 'failed' = 'alive';
  error: unknown;
  endStamp: Stamp | undefined;
  /** The bubble that it lives in. */
  readonly bubble: Bubble | undefined;
  readonly access: MemoryAccess;
  /** In how many ways it can go on, when it was last asked. */
  ways = 0;
  readonly #run: Run;

  constructor(run: Run, id: number, name: string, options: SpawnOptions, parent: Task | undefined, born: Pos, bubble?: Bubble) {
    this.bubble = bubble;
    this.#run = run;
    this.id = id;
    this.name = name;
    this.options = options;
    this.parent = parent?.id;
    this.isThreaded = options.kind === 'thread' || (options.kind === 'async' && parent?.isThreaded === true);
    this.born = born;
    this.pos = born;
    this.ended = run.shared('promise', { name });
    this.access = new MemoryAccess(run);
  }

  /** A task stands in lists of candidates itself. */
  get task(): this {
    return this;
  }

  get isDone(): boolean {
    return this.state !== 'alive';
  }

  /** Is to do `operation` next. */
  await(operation: Operation<unknown>): void {
    this.operation = operation;
    this.isReady = operation.isCertain;
    this.ways = 1;
  }

  join(): Operation<void> {
    return new JoinOperation(this.#run, this);
  }
}

/** Waits for a task's end. */
export class JoinOperation extends Operation<void> {
  readonly verb = 'join';
  readonly reason = 'join';
  readonly resource: Shared;
  readonly #task: Task;
  readonly #run: Run;

  constructor(run: Run, task: Task) {
    super();
    this.#run = run;
    this.#task = task;
    this.resource = task.ended;
  }

  ways(): number {
    return this.#task.isDone ? 1 : 0;
  }

  perform(): void {
    knowEndOf(this.#task, this.#run);
    this.#run.did('join', undefined, { partner: this.#task });
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, AWAIT);
  }

  override waitsFor(): Task {
    return this.#task;
  }
}

/** The current task knows of the end of `task`, without showing it. */
export function knowEndOf(task: Task, run: Run): void {
  run.touch(task.ended, AWAIT);
  run.acquire(task.endStamp);
}

/** A task's first step. */
export class StartOperation extends ReadyOperation<void> {
  readonly verb = 'start';
  readonly reason = 'start';
  readonly resource = undefined;
  perform(): void {}
  intend(): void {}
}

/** The step of a task whose operation somebody else completed. */
export class ResumeOperation extends ReadyOperation<void> {
  readonly verb = 'resume';
  readonly reason = 'resume';
  readonly resource = undefined;
  perform(): void {}
  intend(): void {}
}

/** A step that only lets others go: `await` of something that is settled, in cooperative mode. */
export class PauseOperation extends ReadyOperation<void> {
  readonly verb = 'await';
  readonly reason = 'await';
  readonly resource = undefined;
  perform(): void {}
  intend(): void {}
}

/**
 * The point before a read or write of memory, or before a synchronous call that others could notice. One per task, reused: it is what
 * most steps are. The access itself is made by the code that follows.
 */
export class MemoryAccess extends ReadyOperation<void> {
  verb = 'read';
  readonly reason = 'ready';
  resource: Shared | undefined = undefined;
  kind: Access = SETTLE;
  /** The container as a whole, where an element of it is accessed. */
  whole: Shared | undefined = undefined;
  wholeKind: Access = SETTLE;
  /** Reads the variable for the trace. */
  get: (() => unknown) | undefined = undefined;
  /** True where code that follows makes and shows the access itself, as `unlock()` does. */
  isAnnouncement = false;
  /** What the call that is announced is of: a function, or the name of a method. Of use while `verb` says that there is one. */
  called: unknown = undefined;
  /** The call that follows is a statement: nobody uses what it returns. The primitive that can make use of that takes it. */
  isUnused = false;
  /** In CPython mode: a call or the end of a loop's round came before, so another thread may go first. */
  mayHandOver = false;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  perform(): void {
    if (!this.isAnnouncement) this.#run.memory(this);
  }

  override wayWords(): string | undefined {
    return this.verb === 'call' ? wordsOfCall(this.called) : undefined;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    if (this.resource !== undefined) touch(this.resource, this.kind);
    if (this.whole !== undefined) touch(this.whole, this.wholeKind);
  }
}
