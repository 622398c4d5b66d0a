import { go, WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const orders: string[] = new Array(guests.length);
  const write = async (place: number, wish: string) => {
    orders[place] = `${guests[place]}: ${wish}`;
    asked.done();
  };
  for (const [place, guest] of guests.entries()) {
    asked.add(1);
    go(write, place, await ask(guest));
  }
  await asked.wait();
  return [...orders];
}
