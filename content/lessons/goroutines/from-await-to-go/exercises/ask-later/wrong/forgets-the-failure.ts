import { chan, go } from 'happens-before/go';

export function start<T>(work: () => Promise<T>) {
  const over = chan<void>();
  let result: T | undefined;
  go('worker', async () => {
    result = await work();
    over.close();
  });
  return async () => {
    await over.receive();
    return result as T;
  };
}
