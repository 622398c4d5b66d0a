import { ThreadPoolExecutor } from 'happens-before/threading';

async function upload(photo: string) {
  if (photo === 'beach') throw new Error('disk full');
  console.log('saved', photo);
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 1,
  threadNamePrefix: 'w',
});
pool.submit(upload, 'lake');
pool.submit(upload, 'beach');
await pool.shutdown();
console.log('all uploaded');
