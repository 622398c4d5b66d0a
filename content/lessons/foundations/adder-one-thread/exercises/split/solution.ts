/** Cuts `marbles` into `parts` lists, in order. */
export function split(marbles: string[], parts: number) {
  const start = (part: number) =>
    Math.floor((part * marbles.length) / parts);
  const lists: string[][] = [];
  for (let part = 0; part < parts; part++) {
    lists.push(marbles.slice(start(part), start(part + 1)));
  }
  return lists;
}
