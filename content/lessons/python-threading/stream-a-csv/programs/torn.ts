import { ThreadPoolExecutor } from 'happens-before/threading';

// Two rows. In the first, a line break stands inside of quotes.
const file = 'ann,"one\ntwo"\nbob,three';

async function handle(line: string) {
  console.log('a row:', line);
}

const pool = new ThreadPoolExecutor(1);
for (const line of file.split('\n')) pool.submit(handle, line);
