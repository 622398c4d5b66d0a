export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

/** Says whether `who` has a ticket now. */
export async function buy(office: Office, who: string) {
  if (office.left === 0) return false;
  const paid = await office.charge(who);
  if (!paid) return false;
  office.left -= 1;
  return true;
}
