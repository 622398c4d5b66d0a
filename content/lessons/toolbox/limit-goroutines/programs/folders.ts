import { chan, WaitGroup } from 'happens-before/go';

const inside: Record<string, string[]> = {
  all: ['may', 'june'],
};
const places = chan<void>(2);

async function walk(folder: string) {
  await places.send();
  const wg = new WaitGroup();
  for (const next of inside[folder] ?? []) {
    wg.go(() => walk(next));
  }
  await wg.wait();
  console.log('done:', folder);
  await places.receive();
}

await Promise.all([walk('all'), walk('all')]);
