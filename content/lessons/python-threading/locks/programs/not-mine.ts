import { Lock, Thread } from 'happens-before/threading';

const pool = new Lock();

async function swim() {
  await pool.acquire(true, 1); // waits one second at most
  pool.release();
}

await pool.acquire(); // mine!
const tom = new Thread({ target: swim, name: 'Tom' });
tom.start();
await tom.join();
pool.release();
