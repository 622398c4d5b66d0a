import {
  sleep,
  ThreadPoolExecutor,
  tqdm,
} from 'happens-before/threading';

const pool = new ThreadPoolExecutor({
  maxWorkers: 2,
  threadNamePrefix: 'w',
});
const seconds = [9, 1];
const files = pool.map(sleep, seconds);
for await (const _ of tqdm(files, { total: 2 })) {
  console.log('at', performance.now() / 1000, 's');
}
