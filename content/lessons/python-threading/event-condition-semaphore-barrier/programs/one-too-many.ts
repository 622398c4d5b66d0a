import { Semaphore, Thread } from 'happens-before/threading';

const boats = new Semaphore(1);

async function row() {
  try {
    if (!(await boats.acquire(false))) return; // no boat
    console.log('rows');
  } finally {
    boats.release();
  }
}

for (const name of ['Ida', 'Jon', 'Kay']) {
  const rower = new Thread({ target: row, name });
  rower.start();
}
