export type Price = (item: string) => Promise<number>;

/** The price of all items together. */
export async function checkout(items: string[], price: Price) {
  let total = 0;

  async function add(item: string) {
    const cost = await price(item);
    total += cost;
  }

  await Promise.all(items.map(add));
  return total;
}
