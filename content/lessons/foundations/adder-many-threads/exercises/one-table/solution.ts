import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
export type Table = Record<string, number>;

function add(table: Table, colour: string, count: number) {
  table[colour] = (table[colour] ?? 0) + count;
}

/** Counts the colours in all boxes, one thread per box. */
export async function countAll(boxes: string[], open: Open) {
  const tables: Table[] = boxes.map(() => ({}));

  async function countBox(box: string, mine: Table) {
    for (const colour of await open(box)) add(mine, colour, 1);
  }

  const threads = boxes.map(
    (box, i) =>
      new Thread({ target: countBox, args: [box, tables[i]!] }),
  );
  for (const thread of threads) thread.start();
  for (const thread of threads) await thread.join();

  const all: Table = {};
  for (const table of tables) {
    for (const [colour, count] of Object.entries(table)) {
      add(all, colour, count);
    }
  }
  return all;
}
