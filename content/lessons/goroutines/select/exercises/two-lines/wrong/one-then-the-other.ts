import { type Chan } from 'happens-before/go';

export async function listen(
  left: Chan<string>,
  right: Chan<string>,
) {
  const words: string[] = [];
  for await (const word of left) words.push(word);
  for await (const word of right) words.push(word);
  return words;
}
