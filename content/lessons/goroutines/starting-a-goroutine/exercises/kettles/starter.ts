import { go, WaitGroup } from 'happens-before/go';

type Brew = (tea: string) => Promise<string>;

/** Brews all `teas` at once. Cups in the order of `teas`. */
export async function brewAll(teas: string[], brew: Brew) {
  const cups = new Array<string>(teas.length);
  const wg = new WaitGroup();

  async function serve(place: number, cup: string) {
    cups[place] = cup;
    wg.done();
  }

  for (const [place, tea] of teas.entries()) {
    wg.add(1);
    go(serve, place, await brew(tea));
  }
  await wg.wait();
  return cups;
}
