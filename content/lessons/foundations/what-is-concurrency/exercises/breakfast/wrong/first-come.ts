export interface Kitchen {
  boil(): Promise<string>;
  grind(): Promise<string>;
  brew(water: string, beans: string): Promise<string>;
  toast(): Promise<string>;
}

async function makeCoffee(kitchen: Kitchen) {
  const [water, beans] = await Promise.all([
    kitchen.boil(),
    kitchen.grind(),
  ]);
  return await kitchen.brew(water, beans);
}

export async function breakfast(kitchen: Kitchen) {
  const table: string[] = [];
  const serve = async (dish: Promise<string>) => {
    table.push(await dish);
  };
  await Promise.all([
    serve(makeCoffee(kitchen)),
    serve(kitchen.toast()),
  ]);
  return [...table];
}
