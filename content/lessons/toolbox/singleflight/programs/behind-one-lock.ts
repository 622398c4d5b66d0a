import { go, Mutex, now, sleep } from 'happens-before/go';

const cache = new Map<string, string>();
const mutex = new Mutex();

async function get(key: string) {
  await mutex.lock();
  try {
    if (!cache.has(key)) {
      await sleep(20);
      cache.set(key, `page of ${key}`);
    }
    return cache.get(key);
  } finally {
    mutex.unlock();
  }
}

for (const key of ['tea', 'jam', 'cake']) {
  go(key, async () => {
    await get(key);
    console.log(key, 'after', now(), 'ms');
  });
}
await sleep(100);
