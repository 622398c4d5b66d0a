import { chan, go } from 'happens-before/go';

const door = chan<string>();

async function serve(visitor: string) {
  console.log(visitor, 'hands in a form');
  console.log(visitor, 'gets a stamp');
}

go('server', async () => {
  for await (const visitor of door) go(visitor, serve, visitor);
});

await door.send('ada');
door.close();
console.log('closed');
