/**
 * cockroach_584 · Double lock
 * A loop locks, sees that the gossip network is closed, and leaves by `break` without unlocking. The next function to lock the same
 * mutex, in the same goroutine, waits for itself.
 * @expects leak sync.Mutex.Lock
 * @oracle flaky
 * @rate unknown
 */
import { go, Mutex } from 'happens-before/go';

class Gossip {
  readonly mu = new Mutex();
  closed = false;

  async bootstrap() {
    for (;;) {
      await this.mu.lock();
      if (this.closed) break; // the mutex stays locked
      this.mu.unlock();
      return;
    }
  }

  async manage() {
    for (;;) {
      await this.mu.lock();
      if (this.closed) break;
      this.mu.unlock();
      return;
    }
  }

  async close() {
    await this.mu.lock();
    this.closed = true;
    this.mu.unlock();
  }
}

const gossip = new Gossip();

go('network', async () => {
  await gossip.bootstrap();
  await gossip.manage();
});
await gossip.close();
