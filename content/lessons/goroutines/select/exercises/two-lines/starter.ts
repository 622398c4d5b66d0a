import { select, type Chan } from 'happens-before/go';

/** All words of both lines, as they come. */
export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  for (;;) {
    const word = await select(
      left.onReceive((said) => said),
      right.onReceive((said) => said),
    );
    if (word === undefined) return words;
    words.push(word);
  }
}
