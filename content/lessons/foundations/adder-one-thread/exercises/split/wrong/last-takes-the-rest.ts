export function split(marbles: string[], parts: number) {
  const size = Math.floor(marbles.length / parts);
  const lists: string[][] = [];
  for (let part = 0; part < parts; part++) {
    const end =
      part === parts - 1 ? marbles.length : (part + 1) * size;
    lists.push(marbles.slice(part * size, end));
  }
  return lists;
}
