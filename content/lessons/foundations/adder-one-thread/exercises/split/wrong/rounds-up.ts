export function split(marbles: string[], parts: number) {
  const size = Math.ceil(marbles.length / parts);
  const lists: string[][] = [];
  for (let part = 0; part < parts; part++) {
    lists.push(marbles.slice(part * size, (part + 1) * size));
  }
  return lists;
}
