import { WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

const menu: Record<string, string> = { Ann: 'tea', Bo: 'milk' };

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  for (const guest of guests) asked.go(() => ask(guest));
  await asked.wait();
  return guests.map((guest) => `${guest}: ${menu[guest]}`);
}
