import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

/** Asks every guest; says who wants what, in their order. */
export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  let place: number;
  let wish: string;
  for (place = 0; place < guests.length; place++) {
    asked.go(async () => {
      wish = await ask(guests[place]!);
      orders[place] = `${guests[place]}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
