import { go, WaitGroup } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

export async function brewAll(teas: string[], brew: Brew) {
  const cups = new Array<string>(teas.length);
  const wg = new WaitGroup();
  for (const [place, tea] of teas.entries()) {
    wg.add(1);
    go(async () => {
      cups[place] = await brew(tea);
      wg.done();
    });
    await wg.wait();
  }
  return cups;
}
