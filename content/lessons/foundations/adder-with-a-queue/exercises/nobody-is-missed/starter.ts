import { Queue, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

/** Counts what is in the boxes that can be opened. */
export async function countAll(boxes: string[], open: Open) {
  const counts = new Queue<number>();

  async function countBox(box: string) {
    const marbles = await open(box);
    await counts.put(marbles.length);
  }

  for (const box of boxes) {
    new Thread({ target: countBox, args: [box] }).start();
  }

  let marbles = 0;
  for (let i = 0; i < boxes.length; i++) {
    marbles += await counts.get();
  }
  const locked: string[] = [];
  return { marbles, locked };
}
