import { chan, select, type Chan } from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  const silence = chan<string>();
  while (left !== silence && right !== silence) {
    await select(
      left.onReceive((word, ok) => {
        if (ok) words.push(word!);
        else left = silence;
      }),
      right.onReceive((word, ok) => {
        if (ok) words.push(word!);
        else right = silence;
      }),
    );
  }
  return words;
}
