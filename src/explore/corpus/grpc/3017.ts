/**
 * grpc_3017 · Double lock
 * A connection that is given back stays in a cache until a timer removes it. Taking it out again stops the timer; if that comes too
 * late, it leaves a flag for the timer's function, which then returns without unlocking the cache.
 * @expects leak chan receive, sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle flaky
 * @rate unknown
 */
import { afterFunc, chan, close, go, Mutex } from 'happens-before/go';

interface Entry {
  cancel: () => void;
  abort: boolean;
}

class ConnectionCache {
  readonly mu = new Mutex();
  readonly unused = new Map<string, Entry>();

  async take(address: string) {
    await this.mu.lock();
    this.unused.get(address)?.cancel();
    this.unused.delete(address);
    this.mu.unlock();
  }

  async giveBack(address: string) {
    await this.mu.lock();
    const entry: Entry = { cancel: () => undefined, abort: false };
    const expire = async () => {
      await this.mu.lock();
      if (entry.abort) return; // the cache stays locked
      this.unused.delete(address);
      this.mu.unlock();
    };
    const timer = afterFunc(1, expire);
    entry.cancel = () => {
      if (!timer.stop()) entry.abort = true;
    };
    this.unused.set(address, entry);
    this.mu.unlock();
  }
}

const cache = new ConnectionCache();

go('test', async () => {
  const done = chan<void>();
  go('balancer', async () => {
    for (let round = 0; round < 2; round++) {
      await cache.giveBack('backend');
      await cache.take('backend');
    }
    close(done);
  });
  await done.receive();
});
