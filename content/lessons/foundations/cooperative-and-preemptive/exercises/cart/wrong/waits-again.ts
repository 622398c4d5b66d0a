export type Price = (item: string) => Promise<number>;

export async function checkout(items: string[], price: Price) {
  let total = 0;

  async function add(item: string) {
    const cost = await price(item);
    const before = total;
    await null;
    total = before + cost;
  }

  await Promise.all(items.map(add));
  return total;
}
