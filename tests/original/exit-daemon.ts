import { Thread } from 'happens-before/threading';
async function work(name: string) {
  console.log(name);
  console.log(name, 'again');
}
new Thread({ target: work, args: ['daemon'], daemon: true }).start();
new Thread({ target: work, args: ['thread'] }).start();
console.log('main');
