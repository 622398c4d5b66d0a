import {
  chan,
  go,
  select,
  WaitGroup,
  type Chan,
} from 'happens-before/go';

type Quit = Chan<void>;
type Look = (shelf: string, quit: Quit) => Promise<boolean>;

export async function find(
  shelves: string[],
  searchers: number,
  look: Look,
) {
  const jobs = chan<string>();
  const hits = chan<string>(searchers);
  const quit = chan<void>();
  const atWork = new WaitGroup();

  go('loader', async () => {
    for (const shelf of shelves) {
      const goOn = await select(
        jobs.onSend(shelf, () => true),
        quit.onReceive(() => false),
      );
      if (!goOn) break;
    }
    jobs.close();
  });
  for (let i = 0; i < searchers; i++) {
    atWork.go(async () => {
      for await (const shelf of jobs) {
        if (await look(shelf, quit)) await hits.send(shelf);
      }
    });
  }
  go('porter', async () => {
    await atWork.wait();
    hits.close();
  });

  const hit = await hits.receive();
  quit.close();
  await atWork.wait();
  return hit;
}
