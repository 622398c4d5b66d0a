import { chan, go } from 'happens-before/go';

type Translate = (letter: string) => Promise<string>;
type Page = { place: number; text: string };

export async function translateAll(
  letters: string[],
  desks: number,
  translate: Translate,
) {
  const jobs = chan<number>();
  const pages = chan<Page>();

  for (let i = 0; i < desks; i++) {
    go(async () => {
      for await (const place of jobs) {
        const text = await translate(letters[place]!);
        await pages.send({ place, text });
      }
      pages.close();
    });
  }
  go(async () => {
    for (const place of letters.keys()) await jobs.send(place);
    jobs.close();
  });

  const all = new Array<string>(letters.length);
  for await (const { place, text } of pages) all[place] = text;
  return all;
}
