import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  let wish: string;
  for (const [place, guest] of guests.entries()) {
    asked.go(async () => {
      wish = await ask(guest);
      orders[place] = `${guest}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
