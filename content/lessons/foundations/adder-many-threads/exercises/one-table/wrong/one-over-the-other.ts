import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
export type Table = Record<string, number>;

export async function countAll(boxes: string[], open: Open) {
  const tables: Table[] = boxes.map(() => ({}));
  async function countBox(box: string, mine: Table) {
    for (const c of await open(box)) mine[c] = (mine[c] ?? 0) + 1;
  }
  const threads = boxes.map(
    (box, i) => new Thread({ target: countBox, args: [box, tables[i]!] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();
  return Object.assign({}, ...tables) as Table;
}
