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

let listening = true;
while (listening) {
  await select(
    drips.onReceive((drip) => console.log(drip, 'at', now())),
    after(10).onReceive(() => {
      listening = false;
    }),
  );
}
console.log('enough at', now());
