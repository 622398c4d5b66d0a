export type Account = { balance: number };

function move(from: Account, to: Account, amount: number) {
  if (from.balance < amount) return false;
  from.balance -= amount;
  to.balance += amount;
  return true;
}

export async function transfer(
  from: Account,
  to: Account,
  amount: number,
) {
  return move(from, to, amount);
}
