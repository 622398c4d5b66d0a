import { go, sleep, SyncMap } from 'happens-before/go';

const cache = new SyncMap<string, string>();

async function fetchPage(key: string) {
  console.log('fetching', key);
  await sleep(20);
  return `page of ${key}`;
}

async function get(key: string) {
  const known = await cache.load(key);
  if (known) return known;
  const page = await fetchPage(key);
  await cache.store(key, page);
  return page;
}

for (const name of ['ann', 'bo', 'cy']) go(name, get, 'tea');
await sleep(50);
