import {
  ProgressBar,
  ThreadPoolExecutor,
} from 'happens-before/threading';

async function upload(photo: string) {
  if (photo === 'beach') throw new Error('disk full');
}

const bar = new ProgressBar({ total: 2 });
const pool = new ThreadPoolExecutor(2);
for (const photo of ['lake', 'beach']) {
  const future = pool.submit(upload, photo);
  future.addDoneCallback(() => bar.update());
}
