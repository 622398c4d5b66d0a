import { chan, close, go } from 'happens-before/go';
const ch = chan<number>(2);
go(async () => {
  for (let n = 1; n <= 3; n++) await ch.send(n);
  console.log('sent');
  close(ch);
});
console.log(ch.length);
for await (const n of ch) console.log(n);
