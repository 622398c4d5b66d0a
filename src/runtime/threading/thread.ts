import { Call, kernel, type Body, type TaskHandle } from '#kernel';
import { ThreadError } from './lock.ts';

export interface ThreadOptions<A extends readonly unknown[]> {
  /** What the thread runs. */
  readonly target?: (...args: A) => unknown;
  /** Arguments for `target`. */
  readonly args?: A;
  /** Name in the lanes; `Thread-1`, `Thread-2` … by default. */
  readonly name?: string;
  /** The program does not wait for a daemon thread when `main` ends. */
  readonly daemon?: boolean;
}

/**
 * Python's `threading.Thread`. Made first, started by `start`, waited for by `join`.
 *
 * The program ends when `main` and every thread that is not a daemon have ended. An error that a thread does not catch ends that
 * thread only: it is printed, and nobody else is told.
 *
 * Order: `start` happens before the thread's first step; its last step happens before `join` returns.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#thread-objects (3.14).
 *
 * @example
 * const thread = new Thread({ target: deposit, args: [10] });
 * thread.start();
 * await thread.join();
 */
export class Thread<A extends readonly unknown[] = readonly unknown[]> {
  readonly #options: ThreadOptions<A>;
  #task: TaskHandle | undefined;

  constructor(options: ThreadOptions<A> = {}) {
    this.#options = options;
  }

  /** The thread's name. */
  get name(): string {
    return this.#task?.name ?? this.#options.name ?? 'Thread';
  }

  get daemon(): boolean {
    return this.#options.daemon ?? false;
  }

  /**
   * Starts the thread. Returns at once.
   *
   * @throws ThreadError (Python's RuntimeError) "threads can only be started once"
   */
  start(): void {
    if (this.#task !== undefined) throw new ThreadError('threads can only be started once');
    const { target, args, name, daemon = false } = this.#options;
    const body = target ?? (() => {});
    const call = new Call(body as (...args: never[]) => unknown, undefined, args ?? []);
    this.#task = kernel().spawn({ name: name ?? (body.name === '' ? 'Thread-1' : body.name), kind: 'thread', onFailure: 'report', keepsAlive: !daemon }, call);
  }

  /**
   * Waits until the thread has ended, however it ended.
   *
   * @throws ThreadError "cannot join thread before it is started", "cannot join current thread"
   */
  join(): Promise<void> {
    return kernel().run(this.#join(), 'join');
  }

  /** Whether the thread has been started and has not ended. */
  isAlive(): boolean {
    return this.#task !== undefined && !this.#task.isDone;
  }

  *#join(): Body<void> {
    if (this.#task === undefined) throw new ThreadError('cannot join thread before it is started');
    if (this.#task.id === kernel().current().id) throw new ThreadError('cannot join current thread');
    yield this.#task.join();
  }
}

/** Name of the thread that is running: Python's `threading.current_thread().name`. */
export function currentThread(): { readonly name: string } {
  return { name: kernel().current().name };
}
