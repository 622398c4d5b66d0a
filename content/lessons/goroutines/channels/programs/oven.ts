import { chan, go } from 'happens-before/go';

const shelf = chan<number>(1);

go('baker', async () => {
  for (const loaf of [1, 2, 3]) {
    await shelf.send(loaf);
    console.log('baked', loaf);
  }
  shelf.close();
});

for await (const loaf of shelf) console.log('sold', loaf);
