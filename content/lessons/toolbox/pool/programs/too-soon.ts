import { Pool, WaitGroup } from 'happens-before/go';

const sheets = new Pool(() => [] as string[]);
const wg = new WaitGroup();

async function draft(name: string) {
  const sheet = await sheets.get();
  sheet.length = 0;
  sheet.push(name);
  sheets.put(sheet);
  return sheet;
}

async function deliver(name: string) {
  const sheet = await draft(name);
  console.log(name, 'gets the letter to', sheet[0]);
}

wg.go(() => deliver('Ann'));
wg.go(() => deliver('Bo'));
await wg.wait();
