import { chan, go, Once, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  const once = new Once();
  for (const bake of bakers) {
    go(async () => {
      await bake(shelf);
      await once.do(() => shelf.close());
    });
  }
  if (bakers.length === 0) shelf.close();
  return shelf;
}
