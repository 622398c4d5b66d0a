import { quote } from '#base';
import { kernel } from '#kernel';

/**
 * Waits for `seconds` of the program's own clock. Python's `time.sleep`; it lets other threads run, and orders nothing.
 */
export function sleep(seconds: number): Promise<void> {
  if (!Number.isFinite(seconds)) throw new TypeError(`sleep takes a number of seconds, not ${quote(seconds)}`);
  if (seconds < 0) throw new RangeError('sleep length must be non-negative');
  return kernel().run(kernel().sleep(seconds * 1000), 'sleep');
}

/** Uses a processor for `ms` milliseconds. Under a GIL, one thread at a time can. */
export function work(ms: number): Promise<void> {
  if (!Number.isFinite(ms)) throw new TypeError(`work takes a number of milliseconds, not ${quote(ms)}`);
  return kernel().run(kernel().sleep(Math.max(0, ms), 'work'), 'work');
}
