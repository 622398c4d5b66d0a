export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

export async function list(shelf: Locked<Stock>) {
  const items = await shelf.with((stock) => stock.values());
  const lines: string[] = [];
  for (const { name, count } of items)
    lines.push(`${name}: ${count}`);
  return lines;
}
