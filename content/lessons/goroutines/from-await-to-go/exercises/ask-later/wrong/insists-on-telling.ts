import { chan, go } from 'happens-before/go';

export function start<T>(work: () => Promise<T>) {
  const over = chan<void>();
  let result: T | undefined;
  let failure: unknown;
  go('worker', async () => {
    try {
      result = await work();
    } catch (error) {
      failure = error;
      await over.send();
    }
    over.close();
  });
  return async () => {
    await over.receive();
    if (failure !== undefined) throw failure;
    return result as T;
  };
}
