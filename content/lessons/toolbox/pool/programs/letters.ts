import { Pool, WaitGroup } from 'happens-before/go';

const sheets = new Pool(() => [] as string[]);
const wg = new WaitGroup();

async function write(name: string, text: string) {
  const sheet = await sheets.get();
  sheet.push(`Dear ${name},`);
  sheet.push(text);
  console.log(sheet.join(' '));
  sheets.put(sheet);
}

wg.go(() => write('Ann', 'you owe us 900.'));
wg.go(() => write('Bo', 'you have won.'));
await wg.wait();
