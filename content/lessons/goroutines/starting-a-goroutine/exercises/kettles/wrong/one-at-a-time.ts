import { go, WaitGroup } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

export async function brewAll(teas: string[], brew: Brew) {
  const cups = new Array<string>(teas.length);
  const wg = new WaitGroup();
  for (const [place, tea] of teas.entries()) {
    const cup = await brew(tea);
    wg.add(1);
    go(() => {
      cups[place] = cup;
      wg.done();
    });
  }
  await wg.wait();
  return cups;
}
