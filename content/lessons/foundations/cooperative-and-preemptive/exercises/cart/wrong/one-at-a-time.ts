export type Price = (item: string) => Promise<number>;

export async function checkout(items: string[], price: Price) {
  let total = 0;
  for (const item of items) total += await price(item);
  return total;
}
