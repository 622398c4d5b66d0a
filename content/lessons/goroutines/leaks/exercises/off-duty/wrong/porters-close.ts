import { chan, go, WaitGroup } from 'happens-before/go';

type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  porters: number,
  carry: Carry,
) {
  const bags = chan<string>();
  const below = new WaitGroup();
  below.add(luggage.length);
  for (let i = 0; i < porters; i++) {
    go('porter', async () => {
      for await (const bag of bags) {
        await carry(bag);
        below.done();
      }
      bags.close();
    });
  }
  for (const bag of luggage) await bags.send(bag);
  await below.wait();
}
