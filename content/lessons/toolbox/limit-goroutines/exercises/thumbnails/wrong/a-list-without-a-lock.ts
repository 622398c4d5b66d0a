import { chan, go, WaitGroup } from 'happens-before/go';
type Develop = (photo: string) => Promise<void>;
export async function developAll(
  photos: Iterable<string>,
  limit: number,
  develop: Develop,
) {
  const places = chan<void>(limit);
  const leftOut: string[] = [];
  const wg = new WaitGroup();
  for (const photo of photos) {
    await places.send();
    wg.add(1);
    go(photo, async () => {
      try {
        await develop(photo);
      } catch {
        leftOut.push(photo);
      } finally {
        await places.receive();
        wg.done();
      }
    });
  }
  await wg.wait();
  return leftOut.sort();
}
