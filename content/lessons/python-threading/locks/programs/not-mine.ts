import { Lock, sleep, Thread } from 'happens-before/threading';

const pool = new Lock();

async function swim(hours: number) {
  await pool.acquire(true, 1); // waits one second at most
  await sleep(hours);
  pool.release();
}

new Thread({ target: swim, args: [3], name: 'Eva' }).start();
new Thread({ target: swim, args: [1], name: 'Tom' }).start();
