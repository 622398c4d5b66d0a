import { go, WaitGroup } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

export async function brewAll(teas: string[], brew: Brew) {
  const cups: string[] = [];
  const wg = new WaitGroup();

  async function serve(place: number, tea: string) {
    cups[place] = await brew(tea);
    wg.done();
  }

  for (const [place, tea] of teas.entries()) {
    wg.add(1);
    go(serve, place, tea);
  }
  await wg.wait();
  return cups;
}
