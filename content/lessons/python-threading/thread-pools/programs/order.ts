import {
  asCompleted,
  sleep,
  ThreadPoolExecutor,
} from 'happens-before/threading';

async function load(name: string, seconds: number) {
  await sleep(seconds);
  return name;
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 2,
  threadNamePrefix: 'w',
});
const slow = pool.submit(load, 'slow', 3);
const fast = pool.submit(load, 'fast', 1);
for await (const future of asCompleted([slow, fast])) {
  console.log(await future.result());
}
