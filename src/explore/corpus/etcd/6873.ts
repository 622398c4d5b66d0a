/**
 * etcd_6873 · Chan+lock
 * Stopping holds the mutex while it waits until the worker is done. The worker needs the mutex for the update that it already has.
 * @expects leak chan receive, sync.Mutex.Lock
 * @oracle flaky
 * @rate 9
 */
import { chan, close, go, Mutex, otherwise, select } from 'happens-before/go';

class WatchBroadcasts {
  readonly #mu = new Mutex();
  readonly #updates = chan<string>(1);
  readonly #done = chan<void>();
  readonly #watched = new Set<string>();

  constructor() {
    go('worker', async () => {
      for await (const key of this.#updates) await this.#coalesce(key);
      close(this.#done);
    });
  }

  async #coalesce(key: string) {
    await this.#mu.lock();
    this.#watched.add(key);
    this.#mu.unlock();
  }

  async update(key: string) {
    await select(this.#updates.onSend(key), otherwise());
  }

  async stop() {
    await this.#mu.lock();
    close(this.#updates);
    await this.#done.receive();
    this.#mu.unlock();
  }
}

const broadcasts = new WatchBroadcasts();
await broadcasts.update('/users');
go('stopper', async () => {
  await broadcasts.stop();
});
