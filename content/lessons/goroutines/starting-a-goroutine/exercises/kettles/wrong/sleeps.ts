import { go, sleep } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

export async function brewAll(teas: string[], brew: Brew) {
  const cups = new Array<string>(teas.length);
  for (const [place, tea] of teas.entries()) {
    go(async () => {
      cups[place] = await brew(tea);
    });
  }
  await sleep(1000);
  return cups;
}
