export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

export async function buy(office: Office, who: string) {
  office.left -= 1;
  if (office.left < 0) return false;
  const paid = await office.charge(who);
  if (!paid) office.left += 1;
  return paid;
}
