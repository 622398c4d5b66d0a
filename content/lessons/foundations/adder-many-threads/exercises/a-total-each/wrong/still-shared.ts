import { Thread } from 'happens-before/threading';

export type Read = (file: string) => Promise<number[]>;

export async function addUp(files: string[], read: Read) {
  let total = 0;

  async function addFile(file: string) {
    const numbers = await read(file);
    total += numbers.reduce((all, n) => all + n, 0);
  }

  const threads = files.map(
    (file) => new Thread({ target: addFile, args: [file] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return total;
}
