import { WaitGroup } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

export async function brewAll(teas: string[], brew: Brew) {
  const cups = new Array<string>(teas.length);
  const wg = new WaitGroup();
  let next = 0;
  for (const tea of teas) {
    wg.go(async () => {
      const place = next++;
      cups[place] = await brew(tea);
    });
  }
  await wg.wait();
  return cups;
}
