import { chan, go, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

/** The shelf all bakers fill, closed after the last loaf. */
export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  for (const bake of bakers) {
    go(async () => {
      await bake(shelf);
      shelf.close();
    });
  }
  return shelf;
}
