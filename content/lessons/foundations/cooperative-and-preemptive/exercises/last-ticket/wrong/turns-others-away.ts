export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

let busy = false;

export async function buy(office: Office, who: string) {
  if (busy || office.left === 0) return false;
  busy = true;
  const paid = await office.charge(who);
  if (paid) office.left -= 1;
  busy = false;
  return paid;
}
