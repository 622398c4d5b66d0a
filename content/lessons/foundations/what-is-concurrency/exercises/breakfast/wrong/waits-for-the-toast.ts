export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

export async function breakfast(kitchen: Kitchen) {
  const [water, beans, toast] = await Promise.all([
    kitchen.boil(),
    kitchen.grind(),
    kitchen.toast(),
  ]);
  return [await kitchen.brew(water, beans), toast];
}
