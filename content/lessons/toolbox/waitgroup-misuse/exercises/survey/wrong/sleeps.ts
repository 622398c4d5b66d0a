import { go, Mutex, sleep, WaitGroup } from 'happens-before/go';

type Look = (chamber: string) => Promise<string[]>;

export async function survey(look: Look, mouth: string) {
  const mu = new Mutex();
  const seen: string[] = [];
  const inside = new WaitGroup();

  function explore(chamber: string) {
    go(chamber, async () => {
      inside.add(1);
      try {
        const passages = await look(chamber);
        for (const next of passages) explore(next);
        await mu.lock();
        seen.push(chamber);
        mu.unlock();
      } catch {
        // The roof has come down.
      } finally {
        inside.done();
      }
    });
  }

  explore(mouth);
  await sleep(100);
  await inside.wait();
  return seen.sort();
}
