import { go, WaitGroup } from 'happens-before/go';

const behind: Record<string, string[]> = { mouth: ['hall'] };
const inside = new WaitGroup();

function explore(chamber: string) {
  inside.add(1);
  go(chamber, async () => {
    console.log('seen:', chamber);
    for (const next of behind[chamber] ?? []) explore(next);
    inside.done();
  });
}

explore('mouth');
await inside.wait();
console.log('everybody is out');
