import { Thread } from 'happens-before/threading';

export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const table: Record<string, number> = {};

  async function countBox(box: string) {
    for (const colour of await open(box)) {
      table[colour] = (table[colour] ?? 0) + 1;
    }
  }

  for (const box of boxes) {
    const thread = new Thread({
      target: countBox,
      args: [box],
    });
    thread.start();
    await thread.join();
  }
  return table;
}
