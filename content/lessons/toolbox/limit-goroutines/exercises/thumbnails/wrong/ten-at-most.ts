import { chan, go, WaitGroup } from 'happens-before/go';

type Develop = (photo: string) => Promise<void>;

export async function developAll(
  photos: Iterable<string>,
  limit: number,
  develop: Develop,
) {
  const places = chan<void>(limit);
  const leftOut = chan<string>(10);
  const wg = new WaitGroup();
  for (const photo of photos) {
    await places.send();
    wg.add(1);
    go(photo, async () => {
      try {
        await develop(photo);
      } catch {
        await leftOut.send(photo);
      } finally {
        await places.receive();
        wg.done();
      }
    });
  }
  await wg.wait();
  leftOut.close();
  const names: string[] = [];
  for await (const photo of leftOut) names.push(photo);
  return names.sort();
}
