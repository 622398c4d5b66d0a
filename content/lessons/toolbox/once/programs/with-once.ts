import { Once, WaitGroup } from 'happens-before/go';

const once = new Once();
let map: string | undefined;

async function readMap() {
  await once.do(async () => {
    map = await Promise.resolve('the valley');
  });
  return map;
}

const wg = new WaitGroup();
for (const name of ['Ann', 'Bo']) {
  wg.go(async () => console.log(name, 'sees', await readMap()));
}
await wg.wait();
