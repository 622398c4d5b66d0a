export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

/** What is on the shelf, one line for each thing. */
export async function list(shelf: Locked<Stock>) {
  const stock = await shelf.with((stock) => stock);
  const lines: string[] = [];
  for (const { name, count } of stock)
    lines.push(`${name}: ${count}`);
  return lines;
}
