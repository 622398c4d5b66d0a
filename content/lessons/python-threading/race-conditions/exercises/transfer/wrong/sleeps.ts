import { sleep } from 'happens-before/threading';

export type Account = { balance: number };

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  await sleep(Math.random());
  if (from.balance < amount) return false;
  from.balance -= amount;
  to.balance += amount;
  return true;
}
