export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

export async function list(shelf: Locked<Stock>) {
  const lines: string[] = [];
  void shelf.with((stock) => {
    for (const { name, count } of stock)
      lines.push(`${name}: ${count}`);
  });
  return lines;
}
