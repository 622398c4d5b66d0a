import { chan, go, WaitGroup } from 'happens-before/go';

type Translate = (letter: string) => Promise<string>;
type Page = { place: number; text: string };

/** The pages, in the order of the letters. */
export async function translateAll(
  letters: string[],
  desks: number,
  translate: Translate,
) {
  const jobs = chan<number>();
  const pages = chan<Page>();
  const atWork = new WaitGroup();

  for (let i = 0; i < desks; i++) {
    atWork.go(async () => {
      for await (const place of jobs) {
        const text = await translate(letters[place]!);
        await pages.send({ place, text });
      }
    });
  }
  go(async () => {
    for (const place of letters.keys()) await jobs.send(place);
    jobs.close();
  });
  go(async () => {
    await atWork.wait();
    pages.close();
  });

  const all = new Array<string>(letters.length);
  for await (const { place, text } of pages) all[place] = text;
  return all;
}
