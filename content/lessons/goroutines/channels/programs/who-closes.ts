import { chan, go } from 'happens-before/go';

const shelf = chan<string>();

async function bake(loaf: string) {
  await shelf.send(loaf);
  shelf.close();
}

go('ann', bake, 'rye');
go('bo', bake, 'oat');
for await (const loaf of shelf) console.log('sold', loaf);
