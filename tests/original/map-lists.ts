import { ThreadPoolExecutor, ValueError } from 'happens-before/threading';
const pool = new ThreadPoolExecutor(2);
async function ratio(a: number, b: number) {
  console.log('call', a);
  if (b === 0) throw new ValueError('zero');
  return Math.floor(a / b);
}
try {
  for await (const n of pool.map(ratio, [6, 8, 9], [3, 0])) console.log(n);
} catch (error) {
  console.log((error as Error).message);
}
await pool.shutdown();
