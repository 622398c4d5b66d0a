import { Mutex, WaitGroup } from 'happens-before/go';

type Ask = (guest: string) => Promise<string>;

export async function takeOrders(guests: string[], ask: Ask) {
  const asked = new WaitGroup();
  const slate = new Mutex();
  const orders: string[] = new Array(guests.length);
  let at = 0;
  for (let place = 0; place < guests.length; place++) {
    await slate.lock();
    at = place;
    slate.unlock();
    asked.go(async () => {
      await slate.lock();
      const mine = at;
      slate.unlock();
      const wish = await ask(guests[mine]!);
      orders[mine] = `${guests[mine]}: ${wish}`;
    });
  }
  await asked.wait();
  return [...orders];
}
