import { Mutex, WaitGroup } from 'happens-before/go';

type Look = (chamber: string) => Promise<string[]>;

/** The chambers of the cave that could be looked at. */
export async function survey(look: Look, mouth: string) {
  const mu = new Mutex();
  const seen = [mouth];
  const inside = new WaitGroup();

  function explore(chamber: string) {
    inside.go(async () => {
      try {
        const passages = await look(chamber);
        await mu.lock();
        seen.push(chamber);
        mu.unlock();
        for (const next of passages) explore(next);
      } catch {
        // It has collapsed.
      }
    });
  }

  for (const next of await look(mouth)) explore(next);
  await inside.wait();
  return seen.sort();
}
