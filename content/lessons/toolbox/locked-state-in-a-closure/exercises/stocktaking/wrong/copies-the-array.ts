export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

export async function list(shelf: Locked<Stock>) {
  const stock = await shelf.with((stock) => [...stock]);
  return stock.map(({ name, count }) => `${name}: ${count}`);
}
