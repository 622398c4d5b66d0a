import { Mutex, WaitGroup } from 'happens-before/go';

type Look = (chamber: string) => Promise<string[]>;

export async function survey(look: Look, mouth: string) {
  const mu = new Mutex();
  const seen: string[] = [];
  let level = [mouth];
  while (level.length > 0) {
    const next: string[] = [];
    const inside = new WaitGroup();
    for (const chamber of level) {
      inside.go(async () => {
        try {
          const passages = await look(chamber);
          await mu.lock();
          seen.push(chamber);
          next.push(...passages);
          mu.unlock();
        } catch {
          // It has collapsed.
        }
      });
    }
    await inside.wait();
    level = next;
  }
  return seen.sort();
}
