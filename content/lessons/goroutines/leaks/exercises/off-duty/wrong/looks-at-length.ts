import { chan, WaitGroup } from 'happens-before/go';

type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  porters: number,
  carry: Carry,
) {
  const bags = chan<string>(luggage.length);
  for (const bag of luggage) await bags.send(bag);
  const onDuty = new WaitGroup();
  for (let i = 0; i < porters; i++) {
    onDuty.go(async () => {
      while (bags.length > 0) {
        await carry((await bags.receive())!);
      }
    });
  }
  await onDuty.wait();
}
