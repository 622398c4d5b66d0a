import { Lock, Thread } from 'happens-before/threading';

export type Read = (file: string) => Promise<number[]>;

export async function addUp(files: string[], read: Read) {
  const total = { sum: 0 };

  async function addFile(file: string) {
    const lock = new Lock();
    for (const n of await read(file)) {
      await lock.acquire();
      total.sum += n;
      lock.release();
    }
  }

  const threads = files.map(
    (file) => new Thread({ target: addFile, args: [file] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return total.sum;
}
