import { Lock } from 'happens-before/threading';

export type Account = { balance: number };

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  const lock = new Lock();
  await lock.acquire();
  try {
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
  } finally {
    lock.release();
  }
}
