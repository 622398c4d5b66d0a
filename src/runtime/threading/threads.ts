import { printThrown } from '#base';
import { kernel } from '#kernel';
import type { Thread } from './thread.ts';

/** What an excepthook is told. */
export interface ExceptHookArgs {
  /** The error's class. */
  readonly excType: Function | undefined;
  readonly excValue: unknown;
  readonly thread: Thread;
}

/** The threads of a run, and its excepthook. */
class Threads {
  readonly #byTask = new Map<number, Thread>();
  hook: ((args: ExceptHookArgs) => unknown) | undefined = undefined;

  /** The thread that is running, if it is one that is known. */
  current(): Thread | undefined {
    return this.#byTask.get(kernel().current().id);
  }

  add<T extends Thread<any>>(task: number, thread: T): T {
    this.#byTask.set(task, thread as unknown as Thread);
    return thread;
  }

  /** Hands an error to the excepthook. False: there is none. */
  report(error: unknown, thread: Thread<any>): boolean {
    if (this.hook === undefined) return false;
    const excType = typeof error === 'object' && error !== null ? error.constructor : undefined;
    try {
      this.hook({ excType, excValue: error, thread: thread as unknown as Thread });
    } catch (failure) {
      kernel().print('Exception in threading.excepthook:');
      kernel().print(printThrown(failure));
    }
    return true;
  }
}

const OWN: unique symbol = Symbol('threads');

export const threads = (): Threads => kernel().own(OWN, () => new Threads());
