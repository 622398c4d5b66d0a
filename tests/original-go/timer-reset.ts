import { after, go, newTimer, select } from 'happens-before/go';
const t = newTimer(3_600_000);
console.log(t.reset(1));
await t.c.receive();
console.log('rang', t.stop());
go(async () => { t.reset(1); });
await select(
  t.c.onReceive(() => { console.log('again'); }),
  after(2).onReceive(() => { console.log('too late'); }),
);
