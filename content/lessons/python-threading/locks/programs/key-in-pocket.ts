import { Lock, Thread } from 'happens-before/threading';

const lock = new Lock();

async function enter(guest: string) {
  await lock.acquire();
  if (guest === 'no shoes') return;
  console.log(guest, 'is in');
  lock.release();
}

for (const name of ['no shoes', 'Ines']) {
  new Thread({ target: enter, args: [name], name }).start();
}
