import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  let place: number;
  for (place = 0; place < guests.length; place++) {
    asked.go(async () => {
      const mine = place;
      const wish = await ask(guests[mine]!);
      orders[mine] = `${guests[mine]}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
