import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
export type Table = Record<string, number>;
export interface Guard {
  with(body: () => Promise<void>): Promise<void>;
}

/** Adds the colours in all boxes to `table`. */
export async function countAll(
  boxes: string[],
  open: Open,
  table: Table,
  lock: Guard,
) {
  const done: Table[] = [];

  async function countBox(box: string) {
    const mine: Table = {};
    for (const colour of await open(box)) {
      mine[colour] = (mine[colour] ?? 0) + 1;
    }
    done.push(mine);
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  for (const mine of done) {
    for (const [colour, count] of Object.entries(mine)) {
      table[colour] = (table[colour] ?? 0) + count;
    }
  }
}
