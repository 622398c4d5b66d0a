export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

/** What is on the shelf, one line for each thing. */
export async function list(shelf: Locked<Stock>) {
  return await shelf.with((stock) =>
    stock.map(({ name, count }) => `${name}: ${count}`),
  );
}
