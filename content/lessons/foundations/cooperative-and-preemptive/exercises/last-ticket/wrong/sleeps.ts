import { sleep } from 'happens-before/go';

export interface Office {
  left: number;
  charge(who: string): Promise<boolean>;
}

export async function buy(office: Office, who: string) {
  await sleep(Math.random() * 10);
  if (office.left === 0) return false;
  const paid = await office.charge(who);
  if (!paid) return false;
  office.left -= 1;
  return true;
}
