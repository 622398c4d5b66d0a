import { ThreadPoolExecutor } from 'happens-before/threading';

async function upload(photo: string) {
  if (photo === 'beach') throw new Error('disk full');
  return `saved ${photo}`;
}

const pool = new ThreadPoolExecutor({
  maxWorkers: 1,
  threadNamePrefix: 'w',
});
const futures = ['lake', 'beach'].map((photo) =>
  pool.submit(upload, photo),
);
for (const future of futures) {
  try {
    console.log(await future.result());
  } catch (error) {
    console.log(String(error));
  }
}
