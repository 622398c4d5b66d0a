import { ThreadPoolExecutor } from 'happens-before/threading';
const pool = new ThreadPoolExecutor(1);
const f = pool.submit(async () => 1);
f.addDoneCallback((f) => { console.log('called', f.done() ? 'True' : 'False'); });
console.log(await f.result());
await pool.shutdown();
