import { go, Mutex, WaitGroup } from 'happens-before/go';

type Look = (chamber: string) => Promise<string[]>;

export async function survey(look: Look, mouth: string) {
  const mu = new Mutex();
  const seen: string[] = [];
  const inside = new WaitGroup();

  function explore(chamber: string) {
    inside.add(1);
    go(chamber, async () => {
      let passages: string[] = [];
      try {
        passages = await look(chamber);
        await mu.lock();
        seen.push(chamber);
        mu.unlock();
      } catch {
        // The roof has come down.
      }
      inside.done();
      for (const next of passages) explore(next);
    });
  }

  explore(mouth);
  await inside.wait();
  await inside.wait();
  return seen.sort();
}
