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
    await places.send();
    wg.add(1);
    go(photo, async () => {
      try {
        await develop(photo);
      } catch {
        await list.lock();
        leftOut.push(photo);
        list.unlock();
      } finally {
        await places.receive();
        wg.done();
      }
    });
  }
  await wg.wait();
  return leftOut.sort();
}
