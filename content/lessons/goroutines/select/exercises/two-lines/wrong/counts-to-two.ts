import { select, type Chan } from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  for (let closed = 0; closed < 2; ) {
    const word = await select(
      left.onReceive((said) => said),
      right.onReceive((said) => said),
    );
    if (word === undefined) closed += 1;
    else words.push(word);
  }
  return words;
}
