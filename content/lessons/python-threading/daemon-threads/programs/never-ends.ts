import { Queue, Thread } from 'happens-before/threading';

const letters = new Queue<string>();

async function post() {
  while (true) console.log('posted:', await letters.get());
}

new Thread({ target: post, name: 'postman' }).start();
await letters.put('a card');
