export type Open = (box: string) => Promise<string[]>;

export async function countAll(boxes: string[], open: Open) {
  const table: Record<string, number> = {};
  for (const box of boxes) {
    for (const colour of await open(box)) {
      table[colour] = (table[colour] ?? 0) + 1;
    }
  }
  return table;
}
