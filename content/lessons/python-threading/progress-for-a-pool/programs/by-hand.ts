import { ThreadPoolExecutor } from 'happens-before/threading';

let done = 0;

async function count() {
  done += 1;
  console.log(done, 'of 2');
}

const pool = new ThreadPoolExecutor(2);
pool.submit(count);
pool.submit(count);
