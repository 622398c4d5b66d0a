import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  let place: number;
  for (place = 0; place < guests.length; place++) {
    asked.go(async () => {
      const wish = await ask(guests[place]!);
      orders[place] = `${guests[place]}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
