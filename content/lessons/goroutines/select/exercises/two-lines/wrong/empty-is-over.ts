import { chan, select, type Chan } from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  const silence = chan<string>();
  while (left !== silence || right !== silence) {
    await select(
      left.onReceive((word) => {
        if (word) words.push(word);
        else left = silence;
      }),
      right.onReceive((word) => {
        if (word) words.push(word);
        else right = silence;
      }),
    );
  }
  return words;
}
