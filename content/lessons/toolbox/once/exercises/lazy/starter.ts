import { onceValue } from 'happens-before/go';

/** A function that loads once, and keeps what it got. */
export function lazy<T>(load: () => Promise<T>) {
  return onceValue(load);
}
