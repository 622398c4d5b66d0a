import {
  after,
  chan,
  go,
  now,
  select,
  sleep,
} from 'happens-before/go';

const drips = chan<number>();
go('tap', async () => {
  for (const drip of [1, 2, 3]) {
    await sleep(9);
    await drips.send(drip);
  }
});

const enough = after(10);
let listening = true;
while (listening) {
  await select(
    drips.onReceive((drip) => console.log(drip, 'at', now())),
    enough.onReceive(() => {
      listening = false;
    }),
  );
}
console.log('enough at', now());
