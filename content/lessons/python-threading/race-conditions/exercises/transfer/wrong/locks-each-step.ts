import { Lock } from 'happens-before/threading';

export type Account = { balance: number };

const bank = new Lock();

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  const enough = await bank.with(() => from.balance >= amount);
  if (!enough) return false;
  await bank.with(() => {
    from.balance -= amount;
    to.balance += amount;
  });
  return true;
}
