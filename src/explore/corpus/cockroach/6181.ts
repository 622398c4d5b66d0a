/**
 * cockroach_6181 · RWR
 * A look-up holds the cache's lock for reading while it logs the cache. Formatting the cache takes the same lock for reading again;
 * another look-up that is already past this and wants to write stands in between.
 * @expects leak sync.WaitGroup.Wait, sync.RWMutex.Lock, sync.RWMutex.RLock
 * @oracle flaky
 * @rate 57
 */
import { go, RWMutex, WaitGroup } from 'happens-before/go';

class RangeCache {
  readonly mu = new RWMutex();
  readonly ranges = new Map<string, string>();

  async lookUp(key: string) {
    await this.mu.rLock();
    console.log('look up', key, 'in', await this.format());
    this.mu.rUnlock();

    await this.mu.lock();
    this.ranges.set(key, 'node 1');
    this.mu.unlock();
  }

  async format(): Promise<string> {
    await this.mu.rLock(); // lookUp() holds it already
    const text = `${this.ranges.size} ranges`;
    this.mu.rUnlock();
    return text;
  }
}

const cache = new RangeCache();

go('test', async () => {
  const wg = new WaitGroup();
  for (const key of ['a', 'b']) {
    wg.go(async () => {
      await cache.lookUp(key);
    });
  }
  await wg.wait();
});
