import { chan, go, sleep, type Chan } from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  for (const bake of bakers) go(() => bake(shelf));
  go('foreman', async () => {
    await sleep(60_000);
    shelf.close();
  });
  return shelf;
}
