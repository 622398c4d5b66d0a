import { chan, go } from 'happens-before/go';

type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  porters: number,
  carry: Carry,
) {
  const bags = chan<string>();
  const done = chan<void>(porters);
  for (let i = 0; i < porters; i++) {
    go('porter', async () => {
      for await (const bag of bags) await carry(bag);
      await done.send();
    });
  }
  for (const bag of luggage) await bags.send(bag);
  bags.close();
  await done.receive();
}
