import { ThreadPoolExecutor } from 'happens-before/threading';
const pool = new ThreadPoolExecutor(1);
async function work(n: number) {
  console.log('call', n);
  if (n < 2) {
    try {
      pool.submit(work, n + 1);
    } catch (error) {
      console.log((error as Error).message);
    }
  }
}
pool.submit(work, 1);
console.log('main');
