import { onceValue, SyncMap, WaitGroup } from
  'happens-before/go';

type Line = () => Promise<string>;
const lines = new SyncMap<string, Line>();
const wg = new WaitGroup();

async function open(who: string) {
  console.log(who, 'opens a line');
  return `${who}’s line`;
}

for (const who of ['Ann', 'Bo']) {
  wg.go(async () => {
    const mine = onceValue(() => open(who));
    const [line] = lines.loadOrStore('bank', mine);
    console.log(who, 'uses', await line());
  });
}
await wg.wait();
