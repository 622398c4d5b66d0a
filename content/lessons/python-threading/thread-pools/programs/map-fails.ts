import { ThreadPoolExecutor } from 'happens-before/threading';

async function square(n: number) {
  if (n === 2) throw new Error('not two');
  return n * n;
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 1,
  threadNamePrefix: 'w',
});
try {
  const squares = pool.map(square, [1, 2, 3]);
  for await (const n of squares) console.log(n);
} catch (error) {
  console.log(String(error));
}
