/**
 * istio_8144 · Data race
 * A cache calls back for each entry that it evicts, from a task of its own. The test counts the calls in a plain field and reads
 * the count while the evicting task is at work.
 * @expects race recorder.callbacks
 * @oracle none
 * @rate unknown
 */
import { go, Mutex } from 'happens-before/go';

class CallbackRecorder {
  callbacks = 0;

  async record(): Promise<void> {
    this.callbacks += 1;
  }
}

class ExpiringCache {
  readonly mutex = new Mutex();
  readonly entries = new Map<string, number>();
  readonly onEvict: () => Promise<void>;

  constructor(onEvict: () => Promise<void>) {
    this.onEvict = onEvict;
    go('evicter', async () => {
      await this.evictExpired();
    });
  }

  async set(key: string, value: number): Promise<void> {
    await this.mutex.lock();
    this.entries.set(key, value);
    this.mutex.unlock();
  }

  async evictExpired(): Promise<void> {
    await this.mutex.lock();
    const evicted = this.entries.size;
    this.entries.clear();
    this.mutex.unlock();
    for (let i = 0; i < evicted; i++) await this.onEvict();
  }
}

const recorder = new CallbackRecorder();
const cache = new ExpiringCache(async () => {
  await recorder.record();
});
await cache.set('key', 1);
console.log('callbacks:', recorder.callbacks);
