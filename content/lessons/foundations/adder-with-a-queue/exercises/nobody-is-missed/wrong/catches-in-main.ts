import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const counts = new Queue<number>();
  const locked: string[] = [];

  async function countBox(box: string) {
    const marbles = await open(box);
    await counts.put(marbles.length);
  }

  for (const box of boxes) {
    try {
      new Thread({ target: countBox, args: [box] }).start();
    } catch {
      locked.push(box);
    }
  }

  let marbles = 0;
  for (let i = locked.length; i < boxes.length; i++) {
    marbles += await counts.get();
  }
  return { marbles, locked };
}
