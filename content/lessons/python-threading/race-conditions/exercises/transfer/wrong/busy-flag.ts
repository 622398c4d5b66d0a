import { sleep } from 'happens-before/threading';

export type Account = { balance: number };

let busy = false;

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  while (busy) await sleep(0.01);
  busy = true;
  const enough = from.balance >= amount;
  if (enough) {
    from.balance -= amount;
    to.balance += amount;
  }
  busy = false;
  return enough;
}
