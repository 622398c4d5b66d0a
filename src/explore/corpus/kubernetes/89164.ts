/**
 * kubernetes_89164 · Data race
 * A test dispatches one event after the other, and waits for each. It forgets the cacher's own dispatcher, which runs since the cacher
 * was made: that one empties the list of watchers, under the lock, while the test goes through it without.
 * @expects race cacher.watchers
 * @oracle none
 * @rate unknown
 */
import { go, Mutex, WaitGroup } from 'happens-before/go';

class Cacher {
  readonly mutex = new Mutex();
  watchers: readonly string[] = [];

  async register(watcher: string): Promise<void> {
    await this.mutex.lock();
    this.watchers = [...this.watchers, watcher];
    this.mutex.unlock();
  }

  async dispatchEvent(): Promise<void> {
    await this.mutex.lock();
    this.watchers = this.watchers.filter((watcher) => watcher !== 'stopped');
    this.mutex.unlock();
    for (const watcher of this.watchers) console.log('event for', watcher);
  }
}

const cacher = new Cacher();
await cacher.register('stopped');
go('dispatcher', async () => {
  await cacher.dispatchEvent();
});

for (let i = 0; i < 2; i++) {
  const dispatched = new WaitGroup();
  dispatched.go(async () => {
    await cacher.dispatchEvent();
  });
  await dispatched.wait();
}
