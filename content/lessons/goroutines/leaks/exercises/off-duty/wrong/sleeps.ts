import { chan, go, sleep } from 'happens-before/go';

type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  porters: number,
  carry: Carry,
) {
  const bags = chan<string>();
  for (let i = 0; i < porters; i++) {
    go('porter', async () => {
      for await (const bag of bags) await carry(bag);
    });
  }
  for (const bag of luggage) await bags.send(bag);
  bags.close();
  await sleep(60_000);
}
