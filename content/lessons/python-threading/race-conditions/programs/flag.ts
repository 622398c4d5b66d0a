import { Thread } from 'happens-before/threading';

let found = false;

async function search(shelf: string) {
  if (shelf.includes('key')) found = true;
}

const shelves = ['key, lamp', 'book, key'];
const threads = shelves.map(
  (shelf) => new Thread({ target: search, args: [shelf] }),
);
for (const thread of threads) thread.start();
for (const thread of threads) await thread.join();
console.log(found);
