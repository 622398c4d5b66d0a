import {
  chan,
  go,
  WaitGroup,
  type Chan,
} from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

/** The shelf all bakers fill, closed after the last loaf. */
export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  const atWork = new WaitGroup();
  for (const bake of bakers) atWork.go(() => bake(shelf));
  go('foreman', async () => {
    await atWork.wait();
    shelf.close();
  });
  return shelf;
}
