import { chan, go, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  for (const [place, bake] of bakers.entries()) {
    go(async () => {
      await bake(shelf);
      if (place === bakers.length - 1) shelf.close();
    });
  }
  if (bakers.length === 0) shelf.close();
  return shelf;
}
