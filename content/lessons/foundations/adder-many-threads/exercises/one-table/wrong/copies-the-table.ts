import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  let table: Record<string, number> = {};

  async function countBox(box: string) {
    for (const colour of await open(box)) {
      const count = (table[colour] ?? 0) + 1;
      table = { ...table, [colour]: count };
    }
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return table;
}
