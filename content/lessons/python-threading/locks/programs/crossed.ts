import { Lock, Thread } from 'happens-before/threading';

const fork = new Lock();
const knife = new Lock();

async function eat(first: Lock, second: Lock) {
  await first.acquire();
  await second.acquire();
  console.log('eats');
  second.release();
  first.release();
}

function start(name: string, ...args: [Lock, Lock]) {
  new Thread({ target: eat, args, name }).start();
}

start('Ana', fork, knife);
start('Ben', knife, fork);
