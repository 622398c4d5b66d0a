import { chan, go } from 'happens-before/go';
const ch = chan<number>();
for (let n = 1; n <= 2; n++) {
  go(async () => {
    await ch.send(n);
    console.log('sent', n);
  });
}
const a = await ch.receive();
const b = await ch.receive();
console.log(a, b);
