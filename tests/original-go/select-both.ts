import { chan, go, select } from 'happens-before/go';
const a = chan<number>(1);
const b = chan<number>(1);
go(async () => { await a.send(1); });
await b.send(2);
for (let i = 0; i < 2; i++) {
  await select(
    a.onReceive((n) => { console.log('a', n); }),
    b.onReceive((n) => { console.log('b', n); }),
  );
}
