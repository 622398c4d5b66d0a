/**
 * kubernetes_10182 · Chan+lock
 * A pod's status is handed over with the lock held. After each hand-over the receiver wants the lock, and the next sender may be
 * quicker: it holds the lock and waits for the receiver.
 * @expects leak chan send, sync.Mutex.Lock
 * @oracle flaky
 * @rate 15
 */
import { chan, go, Mutex } from 'happens-before/go';

const PODS = ['web', 'cache'];

class StatusManager {
  readonly #mu = new Mutex();
  readonly #statuses = new Map<string, string>();
  readonly #updates = chan<string>();

  start() {
    go('syncer', async () => {
      for (const _pod of PODS) await this.#syncBatch();
    });
  }

  async #syncBatch() {
    const pod = await this.#updates.receive();
    await this.#mu.lock();
    this.#statuses.delete(pod!);
    this.#mu.unlock();
  }

  async setPodStatus(pod: string, status: string) {
    await this.#mu.lock();
    this.#statuses.set(pod, status);
    await this.#updates.send(pod);
    this.#mu.unlock();
  }
}

const manager = new StatusManager();
manager.start();
for (const pod of PODS) {
  go('setter', async () => {
    await manager.setPodStatus(pod, 'running');
  });
}
