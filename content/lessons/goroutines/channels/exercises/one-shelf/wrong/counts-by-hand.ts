import { chan, go, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  let atWork = bakers.length;
  for (const bake of bakers) {
    go(async () => {
      await bake(shelf);
      atWork -= 1;
      if (atWork === 0) shelf.close();
    });
  }
  if (atWork === 0) shelf.close();
  return shelf;
}
