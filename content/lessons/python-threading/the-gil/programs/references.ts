import { Thread } from 'happens-before/threading';

const list = { names: 2 }; // two names for one list

async function forget() {
  list.names -= 1;
  if (list.names === 0) console.log('memory given back');
}

const a = new Thread({ target: forget, name: 'a' });
const b = new Thread({ target: forget, name: 'b' });
a.start();
b.start();
await a.join();
await b.join();
