import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
type Table = Record<string, number>;

export async function countAll(boxes: string[], open: Open) {
  const table: Table = {};

  async function countBox(box: string) {
    const mine: Table = {};
    for (const colour of await open(box)) {
      mine[colour] = (mine[colour] ?? 0) + 1;
    }
    for (const [colour, count] of Object.entries(mine)) {
      table[colour] = (table[colour] ?? 0) + count;
    }
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return table;
}
