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
  async function countBox(box: string) {
    for (const colour of await open(box)) {
      const seen = table[colour] ?? 0;
      await lock.with(async () => {
        table[colour] = seen + 1;
      });
    }
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
}
