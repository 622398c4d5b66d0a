import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
export type Table = Record<string, number>;

/** Counts the colours in all boxes, one thread per box. */
export async function countAll(boxes: string[], open: Open) {
  const table: Table = {};

  async function countBox(box: string) {
    const marbles = await open(box);
    // Count them.
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return table;
}
