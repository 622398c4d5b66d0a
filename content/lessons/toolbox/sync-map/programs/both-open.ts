import { SyncMap, WaitGroup } from 'happens-before/go';

const lines = new SyncMap<string, string>();
const wg = new WaitGroup();

async function open(who: string) {
  console.log(who, 'opens a line');
  return `${who}’s line`;
}

for (const who of ['Ann', 'Bo']) {
  wg.go(async () => {
    const [line] = lines.loadOrStore('bank', await open(who));
    console.log(who, 'uses', line);
  });
}
await wg.wait();
