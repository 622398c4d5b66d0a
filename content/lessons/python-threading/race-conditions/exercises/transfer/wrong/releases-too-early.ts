import { Lock } from 'happens-before/threading';

export type Account = { balance: number };

const bank = new Lock();

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  await bank.acquire();
  const enough = from.balance >= amount;
  if (enough) from.balance -= amount;
  bank.release();
  if (!enough) return false;
  to.balance += amount;
  return true;
}
