import { go, Mutex, WaitGroup } from 'happens-before/go';

type Look = (chamber: string) => Promise<string[]>;

/** The chambers of the cave that could be looked at. */
export async function survey(look: Look, mouth: string) {
  const mu = new Mutex();
  const seen: string[] = [];
  const inside = new WaitGroup();

  function explore(chamber: string) {
    go(chamber, async () => {
      inside.add(1);
      const passages = await look(chamber);
      await mu.lock();
      seen.push(chamber);
      mu.unlock();
      inside.done();
      for (const next of passages) explore(next);
    });
  }

  explore(mouth);
  await inside.wait();
  return seen.sort();
}
