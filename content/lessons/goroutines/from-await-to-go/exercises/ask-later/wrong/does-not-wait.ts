import { go } from 'happens-before/go';

export function start<T>(work: () => Promise<T>) {
  let result: T | undefined;
  go('worker', async () => {
    result = await work();
  });
  return async () => result as T;
}
