import { Thread } from 'happens-before/threading';

async function post(address: string) {
  if (address === '') throw new Error('no address');
  console.log('on its way to', address);
}

const postman = new Thread({
  target: post,
  args: [''],
  name: 'postman',
});
postman.start();
await postman.join();
console.log('posted');
