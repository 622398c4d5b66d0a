import { WaitGroup } from 'happens-before/go';

type Translate = (letter: string) => Promise<string>;

export async function translateAll(
  letters: string[],
  _desks: number,
  translate: Translate,
) {
  const all = new Array<string>(letters.length);
  const atWork = new WaitGroup();
  for (const [place, letter] of letters.entries()) {
    atWork.go(async () => {
      all[place] = await translate(letter);
    });
  }
  await atWork.wait();
  return all;
}
