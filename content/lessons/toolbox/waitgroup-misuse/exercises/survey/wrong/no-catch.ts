import { go, Mutex, WaitGroup } from 'happens-before/go';

type Look = (chamber: string) => Promise<string[]>;

export async function survey(look: Look, mouth: string) {
  const mu = new Mutex();
  const seen: string[] = [];
  const inside = new WaitGroup();

  function explore(chamber: string) {
    inside.add(1);
    go(chamber, async () => {
      try {
        const passages = await look(chamber);
        for (const next of passages) explore(next);
        await mu.lock();
        seen.push(chamber);
        mu.unlock();
      } finally {
        inside.done();
      }
    });
  }

  explore(mouth);
  await inside.wait();
  return seen.sort();
}
