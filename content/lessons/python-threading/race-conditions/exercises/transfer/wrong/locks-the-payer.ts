import { Lock } from 'happens-before/threading';

export type Account = { balance: number };

const locks = new WeakMap<Account, Lock>();

function lockOf(account: Account) {
  const lock = locks.get(account) ?? new Lock();
  locks.set(account, lock);
  return lock;
}

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  return await lockOf(from).with(async () => {
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
  });
}
