import { quote } from '#base';
import { kernel, NOW } from '#kernel';

/** Waits for `ms` milliseconds of virtual time, as a handler does that waits for a database. Zero or less returns at once. */
export function sleep(ms: number): Promise<void> {
  if (!Number.isFinite(ms)) throw new TypeError(`sleep takes a number of milliseconds, not ${quote(ms)}`);
  const k = kernel();
  return k.run(k.sleep(Math.max(0, ms)), 'sleep');
}

/** Milliseconds of virtual time since the program began. */
export function now(): number {
  const k = kernel();
  k.touch(k.clock, NOW);
  return k.now();
}
