import { chan, go, WaitGroup, type Chan } from 'happens-before/go';

type Quit = Chan<void>;
type Look = (shelf: string, quit: Quit) => Promise<boolean>;

export async function find(
  shelves: string[],
  _searchers: number,
  look: Look,
) {
  const hits = chan<string>();
  const quit = chan<void>();
  const atWork = new WaitGroup();
  for (const shelf of shelves) {
    atWork.go(async () => {
      if (await look(shelf, quit)) await hits.send(shelf);
    });
  }
  go('porter', async () => {
    await atWork.wait();
    hits.close();
  });

  const hit = await hits.receive();
  quit.close();
  for await (const _ of hits);
  return hit;
}
