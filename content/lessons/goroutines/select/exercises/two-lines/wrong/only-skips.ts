import { select, type Chan } from 'happens-before/go';

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
    if (word !== undefined) words.push(word);
  }
}
