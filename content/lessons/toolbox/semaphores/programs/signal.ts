import { Semaphore, Thread } from 'happens-before/threading';

const ready = new Semaphore(0);
let soup = '';

async function cook() {
  soup = 'leek';
  ready.release();
}

async function waiter() {
  await ready.acquire();
  console.log('serves', soup);
}

const threads = [cook, waiter].map(
  (target) => new Thread({ name: target.name, target }),
);
for (const thread of threads) thread.start();
for (const thread of threads) await thread.join();
