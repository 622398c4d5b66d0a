import {
  Semaphore,
  ThreadPoolExecutor,
} from 'happens-before/threading';

const room = new Semaphore(2);

async function handle(row: string) {
  console.log('done', row);
  room.release();
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 1,
  threadNamePrefix: 'w',
});
for (const row of ['ann', 'bob', 'eve']) {
  await room.acquire();
  console.log('read', row);
  pool.submit(handle, row);
}
