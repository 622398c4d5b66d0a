import { WaitGroup } from 'happens-before/go';

type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  _porters: number,
  carry: Carry,
) {
  const onDuty = new WaitGroup();
  for (const bag of luggage) onDuty.go(() => carry(bag));
  await onDuty.wait();
}
