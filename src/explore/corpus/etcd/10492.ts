/**
 * etcd_10492 · Double lock
 * Renewing a lease holds the lessor's lock and calls the checkpointer that was registered. The one that is registered calls back into
 * the lessor, which locks again.
 * @expects leak sync.Mutex.Lock
 * @oracle deterministic
 * @rate unknown
 */
import { go, RWMutex } from 'happens-before/go';

class Lessor {
  readonly mu = new RWMutex();
  #checkpointer: (() => Promise<void>) | undefined;
  remaining = 10;

  async register(checkpointer: () => Promise<void>) {
    await this.mu.lock();
    this.#checkpointer = checkpointer;
    this.mu.unlock();
  }

  async checkpoint() {
    await this.mu.lock(); // renew() holds it
    this.remaining = 5;
    this.mu.unlock();
  }

  async renew() {
    await this.mu.lock();
    if (this.#checkpointer !== undefined) await this.#checkpointer();
    this.remaining = 10;
    this.mu.unlock();
  }
}

go('test', async () => {
  const lessor = new Lessor();
  await lessor.register(async () => {
    await lessor.checkpoint();
  });
  await lessor.renew();
});
