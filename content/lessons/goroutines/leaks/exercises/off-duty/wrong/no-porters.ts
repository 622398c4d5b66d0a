type Carry = (bag: string) => Promise<void>;

export async function checkIn(
  luggage: string[],
  _porters: number,
  carry: Carry,
) {
  for (const bag of luggage) await carry(bag);
}
