import {
  ThreadPoolExecutor,
  tqdm,
} from 'happens-before/threading';

async function resize(photo: string) {
  if (photo === 'beach') throw new Error('too large');
}

const pool = new ThreadPoolExecutor(1);
const photos = ['lake', 'beach', 'hill'];
try {
  const sized = pool.map(resize, photos);
  for await (const _ of tqdm(sized, { total: 3 }));
} catch (error) {
  console.log(String(error));
}
