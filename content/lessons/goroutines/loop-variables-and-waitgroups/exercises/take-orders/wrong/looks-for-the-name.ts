import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  for (const guest of guests) {
    asked.go(async () => {
      const wish = await ask(guest);
      orders[guests.indexOf(guest)] = `${guest}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
