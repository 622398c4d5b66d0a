import { chan, WaitGroup } from 'happens-before/go';

type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  porters: number,
  carry: Carry,
) {
  const bags = chan<string>();
  const onDuty = new WaitGroup();
  for (let i = 0; i < porters; i++) {
    onDuty.go(async () => {
      for await (const bag of bags) await carry(bag);
    });
  }
  for (const bag of luggage) await bags.send(bag);
  await onDuty.wait();
  bags.close();
}
