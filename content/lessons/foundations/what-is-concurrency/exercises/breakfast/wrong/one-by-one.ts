export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

export async function breakfast(kitchen: Kitchen) {
  const toast = await kitchen.toast();
  const water = await kitchen.boil();
  const beans = await kitchen.grind();
  return [await kitchen.brew(water, beans), toast];
}
