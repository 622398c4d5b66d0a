import { chan, go } from 'happens-before/go';

const counted = chan<void>(3);

for (const clerk of ['ann', 'bo', 'cy']) {
  go(clerk, async () => {
    console.log(clerk);
    await counted.send();
  });
}

await counted.receive();
console.log('lights out');
