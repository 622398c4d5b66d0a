import { Mutex } from 'happens-before/go';

export type Numbered = {
  readonly id: number;
  readonly mu: Mutex;
};

const all = new Mutex();

export async function holdAll<R>(
  _locks: readonly Numbered[],
  body: () => Promise<R>,
): Promise<R> {
  await all.lock();
  try {
    return await body();
  } finally {
    all.unlock();
  }
}
