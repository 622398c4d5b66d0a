import { WaitGroup } from 'happens-before/go';

type Translate = (letter: string) => Promise<string>;

export async function translateAll(
  letters: string[],
  desks: number,
  translate: Translate,
) {
  const all = new Array<string>(letters.length);
  for (let from = 0; from < letters.length; from += desks) {
    const round = new WaitGroup();
    for (const [i, letter] of letters.slice(from, from + desks).entries()) {
      round.go(async () => {
        all[from + i] = await translate(letter);
      });
    }
    await round.wait();
  }
  return all;
}
