import { after, chan, select, WaitGroup } from 'happens-before/go';

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
      for (;;) {
        const bag = await select(
          bags.onReceive((next) => next),
          after(60_000).onReceive(() => undefined),
        );
        if (bag === undefined) return;
        await carry(bag);
      }
    });
  }
  for (const bag of luggage) await bags.send(bag);
  await onDuty.wait();
}
