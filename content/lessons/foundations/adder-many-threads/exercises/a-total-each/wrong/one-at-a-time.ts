import { Thread } from 'happens-before/threading';

export type Read = (file: string) => Promise<number[]>;

export async function addUp(files: string[], read: Read) {
  const total = { sum: 0 };

  async function addFile(file: string) {
    for (const n of await read(file)) total.sum += n;
  }

  for (const file of files) {
    const thread = new Thread({
      target: addFile,
      args: [file],
    });
    thread.start();
    await thread.join();
  }
  return total.sum;
}
