import {
  sleep,
  ThreadPoolExecutor,
} from 'happens-before/threading';

function* rows() {
  for (const row of ['ann', 'bob', 'eve']) {
    console.log('read', row);
    yield row; // one at a time
  }
}

async function handle(row: string) {
  await sleep(1);
  console.log('done', row);
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 1,
  threadNamePrefix: 'w',
});
for await (const _ of pool.map(handle, rows()));
