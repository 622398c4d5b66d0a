import { after, chan, otherwise, select, WaitGroup } from 'happens-before/go';
const ch = chan<number>();
const wg = new WaitGroup();
wg.go(async () => {
  await select(
    ch.onReceive((n) => { console.log('got', n); }),
    after(2).onReceive(() => { console.log('gave up'); }),
  );
});
await select(
  ch.onSend(1, () => { console.log('sent'); }),
  otherwise(() => { console.log('nobody'); }),
);
await wg.wait();
