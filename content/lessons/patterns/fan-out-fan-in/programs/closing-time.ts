import {
  chan,
  go,
  select,
  WaitGroup,
} from 'happens-before/go';

const letters = chan<string>();
const pages = chan<string>();
const quit = chan<void>();
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
go('post', async () => {
  for (const letter of 'abcd') {
    const goOn = await select(
      letters.onSend(letter, () => true),
      quit.onReceive(() => false),
    );
    if (!goOn) break;
  }
  letters.close();
});
go('porter', async () => {
  await desks.wait();
  pages.close();
});

console.log(await pages.receive());
quit.close();
for await (const _ of pages);
console.log('all have gone home');
