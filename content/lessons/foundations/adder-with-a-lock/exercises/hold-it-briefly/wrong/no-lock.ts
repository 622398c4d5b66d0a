import { Thread } from 'happens-before/threading';

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
    for (const colour of await open(box)) {
      table[colour] = (table[colour] ?? 0) + 1;
    }
  }

  const threads = boxes.map(
    (box) => new Thread({ target: countBox, args: [box] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
}
