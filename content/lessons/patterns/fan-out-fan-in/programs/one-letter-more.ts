import { chan, go, WaitGroup } from 'happens-before/go';

const letters = chan<string>(1);
const pages = chan<string>(1);
const desks = new WaitGroup();

async function translate() {
  for await (const letter of letters) {
    await pages.send(letter.toUpperCase());
  }
  desks.done();
}

desks.add(2);
go('ann', translate);
go('bo', translate);

for (const letter of ['a', 'b', 'c', 'd', 'e']) {
  await letters.send(letter);
}
letters.close();
go('porter', async () => {
  await desks.wait();
  pages.close();
});
const all: string[] = [];
for await (const page of pages) all.push(page);
console.log(...all);
