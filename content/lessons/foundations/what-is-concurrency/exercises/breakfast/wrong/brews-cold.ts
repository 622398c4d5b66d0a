export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

export async function breakfast(kitchen: Kitchen) {
  let water = '';
  let beans = '';
  const boil = async () => {
    water = await kitchen.boil();
  };
  const grind = async () => {
    beans = await kitchen.grind();
  };
  const brew = async () => await kitchen.brew(water, beans);
  const [coffee, toast] = await Promise.all([
    brew(),
    kitchen.toast(),
    boil(),
    grind(),
  ]);
  return [coffee, toast];
}
