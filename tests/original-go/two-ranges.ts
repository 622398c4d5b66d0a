import { chan, close, go } from 'happens-before/go';
const ch = chan<number>(1);
const done = chan<string>();
for (const name of ['a', 'b']) {
  go(async () => {
    for await (const n of ch) console.log(name, n);
    await done.send(name);
  });
}
await ch.send(1);
await ch.send(2);
close(ch);
console.log(await done.receive());
console.log(await done.receive());
