import { Lock, Thread } from 'happens-before/threading';

const lock = new Lock();

async function write() {
  await lock.acquire();
  console.log('writer: one line');
  lock.release();
}

/** What a fork makes of a lock: another, in the same state. */
async function forked(original: Lock) {
  const copy = new Lock();
  if (original.locked()) {
    const target = () => copy.acquire();
    const gone = new Thread({ name: 'not copied', target });
    gone.start();
    await gone.join();
  }
  return copy;
}

const writer = new Thread({ name: 'writer', target: write });
writer.start();
const copy = await forked(lock);
const child = new Thread({
  name: 'process',
  target: async () => {
    await copy.acquire();
    console.log('process: another line');
    copy.release();
  },
});
child.start();
