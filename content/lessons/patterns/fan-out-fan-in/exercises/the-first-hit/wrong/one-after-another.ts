import { chan, type Chan } from 'happens-before/go';

type Quit = Chan<void>;
type Look = (shelf: string, quit: Quit) => Promise<boolean>;

export async function find(
  shelves: string[],
  _searchers: number,
  look: Look,
) {
  const quit = chan<void>();
  for (const shelf of shelves) {
    if (await look(shelf, quit)) return shelf;
  }
  return undefined;
}
