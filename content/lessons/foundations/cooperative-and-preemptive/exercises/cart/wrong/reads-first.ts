export type Price = (item: string) => Promise<number>;

export async function checkout(items: string[], price: Price) {
  let total = 0;

  async function add(item: string) {
    const before = total;
    const cost = await price(item);
    total = before + cost;
  }

  await Promise.all(items.map(add));
  return total;
}
