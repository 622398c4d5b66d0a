import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

/** Asks every guest; says who wants what, in their order. */
export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  for (const [place, guest] of guests.entries()) {
    asked.go(async () => {
      const wish = await ask(guest);
      orders[place] = `${guest}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
