export type Account = { balance: number };

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  if (from.balance < amount) return false;
  const left = from.balance - amount;
  if (from.balance < amount) return false;
  from.balance = left;
  to.balance += amount;
  return true;
}
