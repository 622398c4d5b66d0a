export type Price = (item: string) => Promise<number>;

export async function checkout(items: string[], price: Price) {
  const prices = new Map<string, number>();
  await Promise.all(
    items.map(async (item) => {
      prices.set(item, await price(item));
    }),
  );
  let total = 0;
  for (const cost of prices.values()) total += cost;
  return total;
}
