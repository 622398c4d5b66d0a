import { ThreadPoolExecutor } from 'happens-before/threading';
const pool = new ThreadPoolExecutor(1);
const fs = [1, 2].map((n) => pool.submit(async () => n));
await pool.shutdown({ cancelFutures: true });
console.log(...fs.map((f) => f.cancelled()));
try {
  pool.submit(async () => {});
} catch (error) {
  console.log((error as Error).message);
}
