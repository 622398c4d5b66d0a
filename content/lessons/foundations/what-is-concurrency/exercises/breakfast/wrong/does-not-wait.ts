import { go } from 'happens-before/go';

export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

export async function breakfast(kitchen: Kitchen) {
  const table = ['', ''];
  go('coffee', async () => {
    const [water, beans] = await Promise.all([
      kitchen.boil(),
      kitchen.grind(),
    ]);
    table[0] = await kitchen.brew(water, beans);
  });
  go('toast', async () => {
    table[1] = await kitchen.toast();
  });
  return [...table];
}
