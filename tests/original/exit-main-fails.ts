import { Thread, ValueError } from 'happens-before/threading';
async function work() {
  console.log('thread');
  console.log('again');
}
new Thread({ target: work }).start();
console.log('main');
throw new ValueError('spilt');
