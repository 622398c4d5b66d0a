import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;
type Table = Record<string, number>;

export async function countAll(boxes: string[], open: Open) {
  const tables: Table[] = boxes.map(() => ({}));

  async function countBox(box: string, mine: Table) {
    for (const colour of await open(box)) {
      mine[colour] = (mine[colour] ?? 0) + 1;
    }
  }

  boxes.forEach((box, i) => {
    const args: [string, Table] = [box, tables[i]!];
    new Thread({ target: countBox, args }).start();
  });

  const all: Table = {};
  for (const table of tables) {
    for (const [colour, count] of Object.entries(table)) {
      all[colour] = (all[colour] ?? 0) + count;
    }
  }
  return all;
}
