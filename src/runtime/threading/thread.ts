import { checkOptions, print, quote } from '#base';
import { Call, kernel, LOOK_SETTLED, type Access, type Body, type Shared, type TaskHandle } from '#kernel';
import { RuntimeError } from './errors.ts';
import { threads, type ExceptHookArgs } from './threads.ts';
import { atLeastZero, within } from './timed.ts';

/** Bits: 1 starts the thread, 2 depends on whether it has been started. */
const START: Access = { bit: 1, after: 1 | 2, races: 1 | 2 };
const ASK_STARTED: Access = { bit: 2, after: 1, races: 1 };

/** What a thread is made of. All of it may be left out. */
export interface ThreadOptions<A extends readonly unknown[]> {
  /** What the thread runs. */
  readonly target?: (...args: A) => unknown;
  /** Arguments for `target`. */
  readonly args?: A;
  /** Name in the lanes; that of `target`, or `Thread-1`, `Thread-2` … by default. */
  readonly name?: string;
  /** The program does not wait for a daemon thread when `main` ends. By default it is one if the thread that makes it is one. */
  readonly daemon?: boolean;
}

/**
 * Python's `threading.Thread`. Made first, started by `start`, waited for by `join`. It runs `target`, or, in a subclass, `run`.
 *
 * The program ends when `main` and every thread that is not a daemon have ended. Daemons are stopped then, wherever they are: their
 * `finally` blocks do not run. An error that a thread does not catch ends that thread only: `excepthook` is told, and `join` does not
 * throw it. An error that `main` does not catch ends `main`, and the program fails once all threads have ended; in plain Node, at once.
 *
 * Order: `start` happens before the thread's first step; its last step happens before `join` returns, and before an `isAlive` that is
 * false.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#thread-objects (3.14).
 *
 * @rules threading#thread
 * @example
 * let balance = 0;
 * const deposit = async (n: number) => { balance += n; };
 * const thread = new Thread({ target: deposit, args: [10] });
 * thread.start();
 * await thread.join();
 * console.log(balance, thread.isAlive()); // 10 false
 */
export class Thread<A extends readonly unknown[] = readonly unknown[]> {
  readonly #target: ((...args: A) => unknown) | undefined;
  readonly #args: readonly unknown[];
  readonly #name: string | undefined;
  #daemon: boolean;
  readonly #life: Shared = kernel().shared('promise', { object: this });
  #task: TaskHandle | undefined;

  /** @throws TypeError if `target` is there and not a function */
  constructor(options: ThreadOptions<A> = {}) {
    checkOptions('Thread', options, 'new Thread({ target: work })');
    const { target, args, name, daemon } = options;
    if (target !== undefined && typeof target !== 'function') throw new TypeError(`Thread takes a function as target, not ${quote(target)}. Write { target: work, args: [1] }, not { target: work(1) }: the second calls work first.`);
    this.#target = target;
    this.#args = args ?? [];
    // As in Python, whatever it is.
    this.#name = name === undefined || name === null || typeof name === 'string' ? (name ?? undefined) : print(name);
    this.#daemon = daemon ?? threads().current()?.daemon ?? false;
  }

  /** The thread's name. Two threads never have the same one. */
  get name(): string {
    return this.#task?.name ?? this.#name ?? 'Thread';
  }

  /** A number that no other thread of the run has; undefined before it is started. */
  get ident(): number | undefined {
    return this.#task?.id;
  }

  /** Whether the program ends without waiting for it. */
  get daemon(): boolean {
    return this.#daemon;
  }

  /** @throws RuntimeError "cannot set daemon status of active thread" */
  set daemon(daemon: boolean) {
    if (this.#task !== undefined) throw new RuntimeError('cannot set daemon status of active thread');
    this.#daemon = daemon;
  }

  /** What the thread does. A subclass may say it here, instead of giving a `target`. */
  run(): unknown {
    return this.#target?.(...(this.#args as unknown as A));
  }

  /**
   * Starts the thread. Returns at once.
   *
   * @throws RuntimeError "threads can only be started once"
   */
  start(): void {
    kernel().touch(this.#life, START);
    if (this.#task !== undefined) throw new RuntimeError('threads can only be started once');
    const known = threads();
    const own = this.run !== Thread.prototype.run;
    const body = own ? this.run : (this.#target ?? nothing);
    const name = this.#name ?? (own || body === nothing || body.name === '' ? 'Thread-1' : body.name);
    const onReport = (error: unknown): boolean => known.report(error, this);
    const call = new Call(body as (...args: never[]) => unknown, own ? this : undefined, own ? [] : this.#args);
    this.#task = kernel().spawn({ name, kind: 'thread', onFailure: 'report', keepsAlive: !this.#daemon, onReport }, call);
    known.add(this.#task.id, this);
  }

  /**
   * Waits until the thread has ended, however it ended; with a `timeout`, at most so many seconds. It returns nothing: ask `isAlive`
   * afterwards whether the time was enough.
   *
   * @throws RuntimeError "cannot join thread before it is started", "cannot join current thread"
   */
  join(timeout?: number): Promise<void> {
    return kernel().run(this.#join(atLeastZero('join', timeout)), 'join');
  }

  /** Whether the thread has been started and has not ended. It may end before you look at the answer. */
  isAlive(): boolean {
    const task = this.#task;
    const k = kernel();
    k.touch(this.#life, ASK_STARTED);
    if (task === undefined) return false;
    k.touch(task.ended, LOOK_SETTLED);
    if (task.isDone) k.acquire(task.endStamp);
    return !task.isDone;
  }

  /** @internal Stands for a task that is not a thread that somebody made: `main`. */
  static of(task: TaskHandle): Thread {
    const thread = new Thread({ daemon: false });
    thread.#task = task;
    return thread;
  }

  *#join(seconds: number | undefined): Body<void> {
    const task = this.#task;
    kernel().touch(this.#life, ASK_STARTED);
    if (task === undefined) throw new RuntimeError('cannot join thread before it is started');
    if (task.id === kernel().current().id) throw new RuntimeError('cannot join current thread');
    if (seconds === 0) kernel().touch(task.ended, LOOK_SETTLED);
    else yield within(task.join(), LOOK_SETTLED, seconds, nothing);
  }
}

function nothing(): void {}

/**
 * What is done with an error that a thread does not catch, from now on: Python's `threading.excepthook = hook`. Without a hook, or with
 * undefined, it is printed, unless it is a SystemExit. The hook is called in the thread that failed. If it is async, nobody waits for it; what it throws is
 * printed.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.excepthook (Python 3.14). An import cannot be assigned to, so this is a
 * function.
 *
 * @rules threading#thread
 * @example
 * setExcepthook(({ excValue, thread }) => {
 *   console.log(thread.name, String(excValue)); // ada Error: spilt
 * });
 * const spill = () => { throw new Error('spilt'); };
 * const thread = new Thread({ name: 'ada', target: spill });
 * thread.start();
 * await thread.join();
 */
export function setExcepthook(hook: ((args: ExceptHookArgs) => unknown) | undefined): void {
  if (hook !== undefined && typeof hook !== 'function') throw new TypeError(`setExcepthook takes a function, not ${quote(hook)}`);
  threads().hook = hook;
}
