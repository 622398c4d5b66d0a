/** Cuts `marbles` into `parts` lists, in order. */
export function split(marbles: string[], parts: number) {
  const size = Math.floor(marbles.length / parts);
  const lists: string[][] = [];
  for (let part = 0; part < parts; part++) {
    lists.push(marbles.slice(part * size, (part + 1) * size));
  }
  return lists;
}
