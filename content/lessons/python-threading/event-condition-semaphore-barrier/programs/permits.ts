import { Semaphore, Thread } from 'happens-before/threading';

const boats = new Semaphore(2);

async function row() {
  await boats.acquire();
  console.log('on the lake');
  boats.release();
}

for (const name of ['Ida', 'Jon', 'Kay']) {
  new Thread({ target: row, name }).start();
}
