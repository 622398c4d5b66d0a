import { Lock, Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
export type Table = Record<string, number>;
export interface Guard {
  with(body: () => Promise<void>): Promise<void>;
}

export async function countAll(
  boxes: string[],
  open: Open,
  table: Table,
  lock: Guard,
) {
  async function countBox(box: string) {
    const own = new Lock();
    const mine: Table = {};
    for (const colour of await open(box)) {
      mine[colour] = (mine[colour] ?? 0) + 1;
    }
    await own.with(async () => {
      for (const [colour, count] of Object.entries(mine)) {
        table[colour] = (table[colour] ?? 0) + count;
      }
    });
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
}
