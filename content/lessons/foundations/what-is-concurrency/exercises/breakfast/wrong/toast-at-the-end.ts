export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

export async function breakfast(kitchen: Kitchen) {
  const [water, beans] = await Promise.all([
    kitchen.boil(),
    kitchen.grind(),
  ]);
  const coffee = await kitchen.brew(water, beans);
  return [coffee, await kitchen.toast()];
}
