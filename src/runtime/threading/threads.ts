import { printThrown } from '#base';
import { kernel, type Access, type Shared } from '#kernel';
import { SystemExit } from './errors.ts';
import type { Thread } from './thread.ts';

/** Bits: 1 starts a thread, 2 looks which there are. Those who start threads do not notice one another. */
const START: Access = { bit: 1, after: 2, races: 2 };
const LOOK: Access = { bit: 2, after: 1, races: 1 };

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
  readonly #shared: Shared = kernel().shared('other', { name: 'threads' });
  hook: ((args: ExceptHookArgs) => unknown) | undefined = undefined;

  /** The thread that is running, if it is one that is known. */
  current(): Thread | undefined {
    return this.#byTask.get(kernel().current().id);
  }

  of(task: number): Thread | undefined {
    return this.#byTask.get(task);
  }

  add<T extends Thread<any>>(task: number, thread: T): T {
    kernel().touch(this.#shared, START);
    this.#byTask.set(task, thread as unknown as Thread);
    return thread;
  }

  /** All that were started and have not ended, in the order of their starts. */
  alive(): Thread[] {
    const k = kernel();
    k.touch(this.#shared, LOOK);
    const alive = [...this.#byTask].sort(([a], [b]) => a - b).flatMap(([, thread]) => (thread.isAlive() ? [thread] : []));
    k.did('enumerate', undefined, { note: alive.map(({ name }) => name).join(', ') });
    return alive;
  }

  /** Hands an error to the excepthook. False: it is to be printed. */
  report(error: unknown, thread: Thread<any>): boolean {
    if (this.hook === undefined) return error instanceof SystemExit;
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
