import { Thread } from 'happens-before/threading';

export type Read = (file: string) => Promise<number[]>;

export async function addUp(files: string[], read: Read) {
  const sums = files.map(() => 0);

  async function addFile(file: string, slot: number) {
    let sum = 0;
    for (const n of await read(file)) sum += n;
    sums[slot] = sum;
  }

  files.forEach((file, i) => {
    new Thread({ target: addFile, args: [file, i] }).start();
  });
  return sums.reduce((all, sum) => all + sum, 0);
}
