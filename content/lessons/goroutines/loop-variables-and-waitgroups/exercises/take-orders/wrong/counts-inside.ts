import { go, WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  for (const [place, guest] of guests.entries()) {
    go(async () => {
      asked.add(1);
      const wish = await ask(guest);
      orders[place] = `${guest}: ${wish}`;
      asked.done();
    });
  }
  await asked.wait();
  return [...orders];
}
