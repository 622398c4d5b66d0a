/**
 * kubernetes_13135 · AB-BA
 * Each round of caching locks the cacher, then the watch cache, whose callback unlocks the cacher for the round. An event locks the
 * watch cache, and its callback locks the cacher: an event during the second round finds the locks the other way round.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle flaky
 * @rate 93
 */
import { go, Mutex, Once, WaitGroup } from 'happens-before/go';

class WatchCache {
  readonly mu = new Mutex();

  readonly onReplace: () => Promise<void>;
  readonly onEvent: () => Promise<void>;

  constructor(onReplace: () => Promise<void>, onEvent: () => Promise<void>) {
    this.onReplace = onReplace;
    this.onEvent = onEvent;
  }

  async replace() {
    await this.mu.lock();
    await this.onReplace();
    this.mu.unlock();
  }

  async add() {
    await this.mu.lock();
    await this.onEvent(); // watch cache, then cacher
    this.mu.unlock();
  }
}

class Cacher {
  readonly mu = new Mutex();
  readonly initialized = new WaitGroup();
  readonly once = new Once();
  events = 0;
  readonly watchCache = new WatchCache(
    async () => {
      await this.once.do(() => this.initialized.done());
      this.mu.unlock(); // locked by startCaching()
    },
    async () => {
      await this.mu.lock();
      this.events += 1;
      this.mu.unlock();
    },
  );

  async startCaching() {
    await this.mu.lock();
    await this.watchCache.replace(); // cacher, then watch cache
  }
}

const cacher = new Cacher();
cacher.initialized.add(1);

go('reflector', async () => {
  for (let round = 0; round < 2; round++) await cacher.startCaching();
});
await cacher.initialized.wait();
go('event', async () => {
  await cacher.watchCache.add();
});
