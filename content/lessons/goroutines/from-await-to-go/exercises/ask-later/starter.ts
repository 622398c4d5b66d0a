import { chan, go } from 'happens-before/go';

/** Starts `work`. What it returns asks for the result. */
export function start<T>(work: () => Promise<T>) {
  const result = chan<T>();
  go('worker', async () => {
    await result.send(await work());
  });
  return async () => (await result.receive()) as T;
}
