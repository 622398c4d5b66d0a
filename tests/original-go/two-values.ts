import { chan, close, go, otherwise, select } from 'happens-before/go';
const ch = chan<number>(1);
go(async () => {
  await ch.send(7);
  close(ch);
});
await select(
  ch.onReceive((n, ok) => { console.log(n ?? 0, ok); }),
  otherwise(() => { console.log('nothing yet'); }),
);
const [, ok] = await ch.receiveOk();
console.log(ok);
