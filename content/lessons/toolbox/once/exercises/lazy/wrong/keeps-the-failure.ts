import { onceValue } from 'happens-before/go';

export function lazy<T>(load: () => Promise<T>) {
  return onceValue(load);
}
