import { chan, type Chan } from 'happens-before/go';

type Read = (part: string, quit: Chan<void>) => Promise<string>;

/** All texts, in the order of `parts`, or the first error. */
export async function readAll(parts: string[], read: Read) {
  const quit = chan<void>();
  const texts: string[] = [];
  for (const part of parts) {
    texts.push(await read(part, quit));
  }
  return texts;
}
