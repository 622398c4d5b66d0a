import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const counts = new Queue<number | string>();

  async function countBox(box: string) {
    try {
      await counts.put((await open(box)).length);
    } catch {
      await counts.put(box);
    }
  }

  for (const box of boxes) new Thread({ target: countBox, args: [box] }).start();

  let marbles = 0;
  const locked: string[] = [];
  for (let i = 0; i < boxes.length; i++) {
    const got = await counts.get();
    if (typeof got === 'string') locked.push(got);
    else marbles += got;
  }
  return { marbles, locked: locked.sort() };
}
