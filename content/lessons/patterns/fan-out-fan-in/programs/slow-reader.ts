import {
  atomic,
  chan,
  go,
  sleep,
} from 'happens-before/go';

const letters = chan<string>();
const pages = chan<string>();
const begun = new atomic.Int32();

async function translate() {
  for await (const letter of letters) {
    begun.add(1);
    await sleep(1);
    await pages.send(letter.toUpperCase());
  }
}

go('ann', translate);
go('bo', translate);
go('post', async () => {
  for (const letter of 'abcdefgh') await letters.send(letter);
  letters.close();
});

await sleep(100);
console.log('begun before anybody reads:', begun.load());
for (let i = 0; i < 8; i++) await pages.receive();
console.log('begun in all:', begun.load());
