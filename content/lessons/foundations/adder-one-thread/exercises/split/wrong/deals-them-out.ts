export function split(marbles: string[], parts: number) {
  const lists: string[][] = [];
  for (let part = 0; part < parts; part++) lists.push([]);
  marbles.forEach((marble, i) => lists[i % parts]!.push(marble));
  return lists;
}
