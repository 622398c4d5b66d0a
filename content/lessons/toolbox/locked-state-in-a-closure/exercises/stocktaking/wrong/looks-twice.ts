export type Stock = { name: string; count: number }[];

export type Locked<T> = {
  with<R>(use: (value: T) => R): Promise<Awaited<R>>;
};

async function line(shelf: Locked<Stock>, place: number) {
  return await shelf.with((stock) => {
    const { name, count } = stock[place]!;
    return `${name}: ${count}`;
  });
}

export async function list(shelf: Locked<Stock>) {
  return await shelf.with(async (stock) => {
    const lines: string[] = [];
    for (const place of stock.keys())
      lines.push(await line(shelf, place));
    return lines;
  });
}
