import { kernel, told, type TaskHandle } from '#kernel';
import { needCaller } from './caller.ts';
import { Thread } from './thread.ts';
import { threads } from './threads.ts';

const threadOf = (task: TaskHandle): Thread => threads().of(task.id) ?? threads().add(task.id, Thread.of(task));

/**
 * The thread that is running: Python's `threading.current_thread()`. In `main` its name is `main`, where Python says `MainThread`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.current_thread (Python 3.14).
 *
 * @rules threading#thread
 * @example
 * const hello = () => { console.log(currentThread().name); }; // ada
 * const thread = new Thread({ name: 'ada', target: hello });
 * thread.start();
 * await thread.join();
 */
export function currentThread(): Thread {
  needCaller('currentThread', 'give the target its own name or thread as an argument.');
  return threadOf(kernel().current());
}

/**
 * The thread of `main`, whoever asks: Python's `threading.main_thread()`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.main_thread (Python 3.14).
 *
 * @rules threading#thread
 * @example console.log(mainThread() === currentThread()); // true
 */
export function mainThread(): Thread {
  return threadOf(kernel().main);
}

/**
 * The number of the thread that is running: Python's `threading.get_ident()`. No other thread of the run has the same.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.get_ident (Python 3.14).
 *
 * @rules threading#thread
 * @example console.log(getIdent() === mainThread().ident); // true
 */
export function getIdent(): number {
  return kernel().current().id;
}

/**
 * All threads that were started and have not ended, `main`, daemons and the workers of pools among them, in the order of their starts: Python's
 * `threading.enumerate()`. One of them may end before you look at the list. Never waits.
 *
 * Order: the end of a thread that is missing happened before.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.enumerate (Python 3.14).
 *
 * @rules threading#thread
 * @example
 * const bell = new Event();
 * const wait = async () => { await bell.wait(); };
 * new Thread({ name: 'ada', target: wait }).start();
 * console.log(enumerate().length); // 2
 * bell.set();
 */
export const enumerate: () => Thread[] = /* @__PURE__ */ told('enumerate', function enumerate() {
  mainThread();
  return threads().alive();
});

/**
 * How many threads `enumerate` would list: Python's `threading.active_count()`.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#threading.active_count (Python 3.14).
 *
 * @rules threading#thread
 * @example console.log(activeCount()); // 1
 */
export const activeCount: () => number = /* @__PURE__ */ told('activeCount', function activeCount() {
  return enumerate().length;
});
