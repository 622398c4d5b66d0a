import {
  chan,
  go,
  WaitGroup,
  type Chan,
} from 'happens-before/go';

type Baker = (shelf: Chan<string>) => Promise<void>;

export function openShelf(bakers: Baker[]) {
  const shelf = chan<string>();
  const atWork = new WaitGroup();
  for (const bake of bakers) {
    go(async () => {
      atWork.add(1);
      await bake(shelf);
      atWork.done();
    });
  }
  go('foreman', async () => {
    await atWork.wait();
    shelf.close();
  });
  return shelf;
}
