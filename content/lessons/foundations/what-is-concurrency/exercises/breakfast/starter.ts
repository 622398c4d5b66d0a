export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

/** Coffee and toast, in this order. */
export async function breakfast(kitchen: Kitchen) {
  const water = await kitchen.boil();
  const beans = await kitchen.grind();
  const coffee = await kitchen.brew(water, beans);
  const toast = await kitchen.toast();
  return [coffee, toast];
}
