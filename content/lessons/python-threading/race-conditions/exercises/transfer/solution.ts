import { Lock } from 'happens-before/threading';

export type Account = { balance: number };

const bank = new Lock();

/** Moves `amount` if there is enough. Says whether it did. */
export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  return await bank.with(async () => {
    if (from.balance < amount) return false;
    from.balance -= amount;
    to.balance += amount;
    return true;
  });
}
