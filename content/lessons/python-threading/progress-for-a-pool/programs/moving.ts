import {
  asCompleted,
  sleep,
  ThreadPoolExecutor,
  tqdm,
} from 'happens-before/threading';

const pool = new ThreadPoolExecutor({
  maxWorkers: 2,
  threadNamePrefix: 'w',
});
const files = [9, 1].map((s) => pool.submit(sleep, s));
for await (const _ of tqdm(asCompleted(files), { total: 2 })) {
  console.log('at', performance.now() / 1000, 's');
}
