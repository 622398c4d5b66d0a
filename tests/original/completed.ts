import { ThreadPoolExecutor, asCompleted } from 'happens-before/threading';
const pool = new ThreadPoolExecutor(2);
const fs = [1, 2].map((n) => pool.submit(async () => n));
for await (const f of asCompleted(fs)) console.log(fs.indexOf(f) + 1, await f.result());
await pool.shutdown();
