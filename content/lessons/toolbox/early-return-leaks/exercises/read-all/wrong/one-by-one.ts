import { chan, type Chan } from 'happens-before/go';

type Read = (part: string, quit: Chan<void>) => Promise<string>;

export async function readAll(parts: string[], read: Read) {
  const quit = chan<void>();
  const texts: string[] = [];
  try {
    for (const part of parts) {
      texts.push(await read(part, quit));
    }
    return texts;
  } finally {
    quit.close();
  }
}
