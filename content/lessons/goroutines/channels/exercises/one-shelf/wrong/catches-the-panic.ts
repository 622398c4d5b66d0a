import { chan, go, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  for (const bake of bakers) {
    go(async () => {
      try {
        await bake(shelf);
        shelf.close();
      } catch {
        // Somebody else has closed it.
      }
    });
  }
  if (bakers.length === 0) shelf.close();
  return shelf;
}
