import { chan, go, WaitGroup } from 'happens-before/go';

const door = chan<string>();

async function serve(visitor: string) {
  console.log(visitor, 'hands in a form');
  console.log(visitor, 'gets a stamp');
}

const all = new WaitGroup();
all.go(async () => {
  for await (const visitor of door) {
    all.go(() => serve(visitor));
  }
});

await door.send('ada');
door.close();
await all.wait();
console.log('closed');
