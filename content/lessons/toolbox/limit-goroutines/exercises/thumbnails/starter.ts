import { chan, go, Mutex, WaitGroup } from 'happens-before/go';

type Develop = (photo: string) => Promise<void>;

/** Develops them all, and names those that were left out. */
export async function developAll(
  photos: Iterable<string>,
  limit: number,
  develop: Develop,
) {
  const places = chan<void>(limit);
  const leftOut: string[] = [];
  const list = new Mutex();
  const wg = new WaitGroup();
  for (const photo of photos) {
    wg.add(1);
    go(photo, async () => {
      await places.send();
      try {
        await develop(photo);
        await places.receive();
      } catch {
        await list.lock();
        leftOut.push(photo);
        list.unlock();
      } finally {
        wg.done();
      }
    });
  }
  await wg.wait();
  return leftOut.sort();
}
