export type Price = (item: string) => Promise<number>;

export async function checkout(items: string[], price: Price) {
  let total = 0;

  async function add(item: string) {
    total = total + (await price(item));
  }

  await Promise.all(items.map(add));
  return total;
}
