import { WaitGroup, type Chan } from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  const ears = new WaitGroup();
  for (const line of [left, right]) {
    ears.go(async () => {
      for await (const word of line) words.push(word);
    });
  }
  await ears.wait();
  return words;
}
