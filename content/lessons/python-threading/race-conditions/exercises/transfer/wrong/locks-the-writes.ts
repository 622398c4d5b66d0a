import { Lock } from 'happens-before/threading';

export type Account = { balance: number };

const bank = new Lock();

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  if (from.balance < amount) return false;
  await bank.acquire();
  from.balance -= amount;
  to.balance += amount;
  bank.release();
  return true;
}
