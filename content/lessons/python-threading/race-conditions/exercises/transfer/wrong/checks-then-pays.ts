export type Account = { balance: number };

/** Moves `amount` if there is enough. Says whether it did. */
export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  if (from.balance < amount) return false;
  from.balance -= amount;
  to.balance += amount;
  return true;
}
