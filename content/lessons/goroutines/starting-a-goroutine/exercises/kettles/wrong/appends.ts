import { WaitGroup } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

export async function brewAll(teas: string[], brew: Brew) {
  const cups: string[] = [];
  const wg = new WaitGroup();
  for (const tea of teas) {
    wg.go(async () => {
      cups.push(await brew(tea));
    });
  }
  await wg.wait();
  return cups;
}
