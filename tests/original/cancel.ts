import { ThreadPoolExecutor } from 'happens-before/threading';
const pool = new ThreadPoolExecutor(1);
async function call() {
  console.log('call');
  return 1;
}
const f = pool.submit(call);
console.log(f.cancel());
try {
  console.log(await f.result());
} catch {
  console.log('cancelled');
}
await pool.shutdown();
