import { Thread } from 'happens-before/threading';

async function say(word: string) {
  console.log(word);
}

const thread = new Thread({ target: say, args: ['thread'] });
const daemon = new Thread({
  target: say,
  args: ['daemon'],
  daemon: true,
});
thread.start();
daemon.start();
console.log('main');
