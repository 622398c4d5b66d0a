import { Thread } from 'happens-before/threading';

export type Read = (file: string) => Promise<number[]>;

/** Adds up all files, one thread per file. */
export async function addUp(files: string[], read: Read) {
  const total = { sum: 0 };

  async function addFile(file: string) {
    for (const n of await read(file)) total.sum += n;
  }

  const threads = files.map(
    (file) => new Thread({ target: addFile, args: [file] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return total.sum;
}
