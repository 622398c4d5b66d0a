import { go, sleep, WaitGroup } from 'happens-before/go';

type Visit = (guest: string) => Promise<string | undefined>;

export async function round(guests: string[], visit: Visit) {
  const out = new WaitGroup();
  const found: string[] = guests.map(() => 'not in');
  for (const [place, guest] of guests.entries()) {
    go('waiter', async () => {
      out.add(1);
      const tea = await visit(guest);
      if (tea !== undefined) found[place] = tea;
      out.done();
    });
  }
  await sleep(60_000);
  await out.wait();
  return [...found];
}
