export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

const paying = new Set<string>();

export async function buy(office: Office, who: string) {
  if (office.left - paying.size <= 0) return false;
  paying.add(who);
  const paid = await office.charge(who);
  if (paid) office.left -= 1;
  paying.delete(who);
  return paid;
}
