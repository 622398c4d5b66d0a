import { ThreadPoolExecutor } from 'happens-before/threading';

const pool = new ThreadPoolExecutor({
  maxWorkers: 2,
  threadNamePrefix: 'w',
});

async function picture() {
  return 1;
}

async function page(title: string) {
  await pool.submit(picture).result();
  console.log(title);
}

const one = pool.submit(page, 'news');
const two = pool.submit(page, 'sport');
await one.result();
await two.result();
