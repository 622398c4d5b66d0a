import { chan, go, select } from 'happens-before/go';
const input = chan<number>();
const out = chan<number>();
go(async () => { await input.send(1); });
go(async () => { console.log('got', await out.receive()); });
for (let i = 0; i < 2; i++) {
  await select(
    input.onReceive((n) => { console.log('received', n); }),
    out.onSend(2, () => { console.log('sent'); }),
  );
}
