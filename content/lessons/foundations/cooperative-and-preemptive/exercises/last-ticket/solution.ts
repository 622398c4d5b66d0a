export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

/** Says whether `who` has a ticket now. */
export async function buy(office: Office, who: string) {
  if (office.left === 0) return false;
  office.left -= 1;
  const paid = await office.charge(who);
  if (!paid) office.left += 1;
  return paid;
}
