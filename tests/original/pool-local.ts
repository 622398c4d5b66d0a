import { ThreadPoolExecutor, local } from 'happens-before/threading';
const mine = new local<{ user?: string }>();
async function call(name: string) {
  const seen = 'user' in mine ? mine.user : '-';
  mine.user = name;
  return seen;
}
const pool = new ThreadPoolExecutor(2);
const fs = ['a', 'b'].map((name) => pool.submit(call, name));
const seen: unknown[] = [];
for (const f of fs) seen.push(await f.result());
console.log(...seen);
await pool.shutdown();
