import { BrokenThreadPool, ThreadPoolExecutor, ValueError } from 'happens-before/threading';
const pool = new ThreadPoolExecutor({ maxWorkers: 1, initializer: async () => { throw new ValueError('no'); } });
for (let i = 0; i < 2; i++) {
  try {
    const f = pool.submit(async () => 0);
    console.log('submitted');
    await f.result();
  } catch (error) {
    if (error instanceof BrokenThreadPool) console.log('broken');
  }
}
await pool.shutdown();
