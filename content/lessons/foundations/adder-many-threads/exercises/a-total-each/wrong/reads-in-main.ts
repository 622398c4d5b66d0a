export type Read = (file: string) => Promise<number[]>;

export async function addUp(files: string[], read: Read) {
  let sum = 0;
  for (const file of files) {
    for (const n of await read(file)) sum += n;
  }
  return sum;
}
