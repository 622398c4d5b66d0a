import { Thread } from 'happens-before/threading';

async function post(address: string) {
  if (address === '?') throw new Error('no address');
  console.log('on its way to', address);
}

const letters = ['Lima', '?'];
const postmen = letters.map(
  (name) => new Thread({ target: post, args: [name], name }),
);
for (const postman of postmen) postman.start();
for (const postman of postmen) await postman.join();
console.log('all letters posted');
