import { quote } from '#base';
import { kernel } from '#kernel';
import { ValueError } from './errors.ts';

/**
 * Waits for `seconds` of the program's own clock. Python's `time.sleep`; it lets other threads run, and orders nothing.
 *
 * Semantics mirrored: https://docs.python.org/3/library/time.html#time.sleep (Python 3.14).
 *
 * @throws ValueError "sleep length must be non-negative"
 * @rules threading#time
 * @example
 * const nap = async () => { await sleep(0.5); console.log('up'); }; // up
 * const thread = new Thread({ target: nap });
 * thread.start();
 * await thread.join();
 */
export function sleep(seconds: number): Promise<void> {
  if (!Number.isFinite(seconds)) throw new TypeError(`sleep takes a number of seconds, not ${quote(seconds)}`);
  if (seconds < 0) throw new ValueError('sleep length must be non-negative');
  return kernel().run(kernel().sleep(seconds * 1000), 'sleep');
}

/**
 * Uses a processor for `ms` milliseconds: calculations, as far as the clock sees them. In *cpython* mode it holds the GIL, and hands it
 * over when another thread has waited for it for 5 ms; in every other mode, as without a GIL, it holds one of the virtual cores.
 *
 * Semantics mirrored: https://docs.python.org/3/library/sys.html#sys.setswitchinterval (Python 3.14).
 *
 * @rules gil
 * @example
 * const thread = new Thread({ target: () => work(30) });
 * thread.start();
 * await thread.join();
 * console.log(thread.isAlive()); // false
 */
export function work(ms: number): Promise<void> {
  if (!Number.isFinite(ms)) throw new TypeError(`work takes a number of milliseconds, not ${quote(ms)}`);
  return kernel().run(kernel().sleep(Math.max(0, ms), 'work'), 'work');
}
