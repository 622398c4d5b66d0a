import { chan, go, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  go('foreman', async () => {
    for (const bake of bakers) await bake(shelf);
    shelf.close();
  });
  return shelf;
}
