/**
 * kubernetes_26980 · Chan+lock
 * A listener with something to deliver waits for its stop with its mutex held. The test stops it only after it could lock that mutex
 * once itself.
 * @expects leak chan receive, chan receive, sync.Mutex.Lock
 * @oracle flaky
 * @rate unknown
 */
import { chan, close, go, Mutex, type Chan } from 'happens-before/go';

class Listener {
  readonly mu = new Mutex();
  readonly #pending: string[] = [];

  async add(notification: string) {
    await this.mu.lock();
    this.#pending.push(notification);
    this.mu.unlock();
  }

  async pop(stop: Chan<void>) {
    await this.mu.lock();
    if (this.#pending.length > 0) await stop.receive(); // nobody takes what is pending
    this.mu.unlock();
  }
}

go('test', async () => {
  const listener = new Listener();
  const stop = chan<void>();
  await listener.add('pod added');
  go('listener', async () => {
    await listener.pop(stop);
  });

  const locked = chan<void>();
  go('locker', async () => {
    await listener.mu.lock();
    close(locked);
  });
  await locked.receive();
  listener.mu.unlock();
  close(stop);
});
