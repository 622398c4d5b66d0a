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
        if (passages.length > 0) await inside.wait();
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
  await inside.wait();
  return seen.sort();
}
