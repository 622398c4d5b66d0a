import { chan, go } from 'happens-before/go';

export function start<T>(work: () => Promise<T>) {
  const result = chan<T>(1);
  go('worker', async () => {
    await result.send(await work());
    result.close();
  });
  return async () => (await result.receive()) as T;
}
