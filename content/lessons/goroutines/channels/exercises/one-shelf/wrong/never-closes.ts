import { chan, go, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  for (const bake of bakers) go(() => bake(shelf));
  return shelf;
}
