export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

export async function list(shelf: Locked<Stock>) {
  const size = await shelf.with((stock) => stock.length);
  const lines: string[] = [];
  for (let i = 0; i < size; i++)
    lines.push(
      await shelf.with((stock) => {
        const { name, count } = stock[i]!;
        return `${name}: ${count}`;
      }),
    );
  return lines;
}
