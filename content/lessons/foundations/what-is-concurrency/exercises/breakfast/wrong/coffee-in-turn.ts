export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

async function makeCoffee(kitchen: Kitchen) {
  const water = await kitchen.boil();
  const beans = await kitchen.grind();
  return await kitchen.brew(water, beans);
}

export async function breakfast(kitchen: Kitchen) {
  return await Promise.all([
    makeCoffee(kitchen),
    kitchen.toast(),
  ]);
}
