import { chan, go, WaitGroup } from 'happens-before/go';

type Translate = (letter: string) => Promise<string>;

export async function translateAll(
  letters: string[],
  desks: number,
  translate: Translate,
) {
  const jobs = chan<string>();
  const pages = chan<string>();
  const atWork = new WaitGroup();

  for (let i = 0; i < desks; i++) {
    atWork.go(async () => {
      for await (const letter of jobs) {
        await pages.send(await translate(letter));
      }
    });
  }
  go(async () => {
    for (const letter of letters) await jobs.send(letter);
    jobs.close();
  });
  go(async () => {
    await atWork.wait();
    pages.close();
  });

  const all = [] as string[];
  for await (const page of pages) all.push(page);
  return all;
}
