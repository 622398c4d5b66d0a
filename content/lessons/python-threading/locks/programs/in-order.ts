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

new Thread({ target: eat, args: [fork, knife], name: 'Ana' }).start();
new Thread({ target: eat, args: [fork, knife], name: 'Ben' }).start();
