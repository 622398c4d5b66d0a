import { chan, go } from 'happens-before/go';

/** Starts `work`. What it returns asks for the result. */
export function start<T>(work: () => Promise<T>) {
  const over = chan<void>();
  let result: T | undefined;
  let failure: unknown;
  go('worker', async () => {
    try {
      result = await work();
    } catch (error) {
      failure = error;
    } finally {
      over.close();
    }
  });
  return async () => {
    await over.receive();
    if (failure !== undefined) throw failure;
    return result as T;
  };
}
