export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

export async function list(shelf: Locked<Stock>) {
  return await shelf.with((stock) =>
    stock.map((item) => ({
      toString: () => `${item.name}: ${item.count}`,
    })),
  );
}
