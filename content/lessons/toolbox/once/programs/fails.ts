import { Once, WaitGroup } from 'happens-before/go';

const once = new Once();
let map: string | undefined;

async function search(): Promise<string> {
  throw new Error('the cellar is locked');
}

async function readMap() {
  await once.do(async () => {
    map = await search();
  });
  return map;
}

const wg = new WaitGroup();
for (const name of ['Ann', 'Bo']) {
  wg.go(async () => {
    try {
      console.log(name, 'sees', await readMap());
    } catch (error) {
      console.log(name, 'hears', (error as Error).message);
    }
  });
}
await wg.wait();
