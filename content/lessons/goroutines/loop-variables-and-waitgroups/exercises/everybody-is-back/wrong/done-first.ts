import { go, WaitGroup } from 'happens-before/go';

type Visit = (guest: string) => Promise<string | undefined>;

export async function round(guests: string[], visit: Visit) {
  const out = new WaitGroup();
  const found: string[] = guests.map(() => 'not in');
  for (const [place, guest] of guests.entries()) {
    out.add(1);
    go('waiter', async () => {
      out.done();
      const tea = await visit(guest);
      if (tea === undefined) return;
      found[place] = tea;
    });
  }
  await out.wait();
  return [...found];
}
