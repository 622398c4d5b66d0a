export type Price = (item: string) => Promise<number>;

export async function checkout(items: string[], price: Price) {
  let total = 0;

  async function add(item: string) {
    const cost = await price(item);
    total += cost;
  }

  for (const item of items) void add(item);
  return total;
}
