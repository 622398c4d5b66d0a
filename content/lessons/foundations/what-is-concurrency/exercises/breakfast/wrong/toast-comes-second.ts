export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

export async function breakfast(kitchen: Kitchen) {
  const water = kitchen.boil();
  const beans = await kitchen.grind();
  const toast = kitchen.toast();
  const coffee = await kitchen.brew(await water, beans);
  return [coffee, await toast];
}
