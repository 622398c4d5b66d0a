import { chan, close, deferred, go, panic } from 'happens-before/go';
const ch = chan<number>();
go(async () => {
  await deferred(async (defer, recover) => {
    defer(() => { close(ch); });
    defer(async () => { console.log('recovered', recover()); });
    for (let i = 0; i < 2; i++) defer(async (n) => { console.log('deferred', n); }, i);
    await ch.send(1);
    panic('spilt');
  });
});
for await (const n of ch) console.log(n);
panic('main');
