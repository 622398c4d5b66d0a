export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

export async function buy(office: Office, who: string) {
  if (office.left === 0) return false;
  office.left -= 1;
  return await office.charge(who);
}
