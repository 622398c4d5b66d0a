import { chan, go, newTicker, select, sleep } from 'happens-before/go';
const t = newTicker(1);
const done = chan<boolean>();
go(async () => {
  await sleep(2);
  await done.send(true);
});
let ticks = 0;
let isOver = false;
while (!isOver) {
  await select(
    t.c.onReceive(() => {
      ticks++;
      if (ticks < 3) return;
      console.log('three');
      t.stop();
      isOver = true;
    }),
    done.onReceive(() => {
      console.log('done');
      isOver = true;
    }),
  );
}
