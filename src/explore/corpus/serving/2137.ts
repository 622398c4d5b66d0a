/**
 * serving_2137 · Chan+lock
 * A breaker lets one request be active. Each request waits for its own lock, and the test frees them in the order in which it made
 * them. If the second became active before the first, the first never will, and the test waits for it.
 * @expects leak chan receive, chan send, sync.Mutex.Lock
 * @oracle flaky
 * @rate unknown
 */
import { chan, go, Mutex, otherwise, select, WaitGroup } from 'happens-before/go';

const REQUESTS = 2;
const ACTIVE = 1;

class Breaker {
  readonly #pending = chan<void>(REQUESTS);
  readonly #active = chan<void>(ACTIVE);

  /** Runs `work` when it is its turn. False if too many wait already. */
  async maybe(work: () => Promise<void>): Promise<boolean> {
    return select(
      this.#pending.onSend(undefined, async () => {
        await this.#active.send();
        await work();
        await this.#active.receive();
        await this.#pending.receive();
        return true;
      }),
      otherwise(async () => false),
    );
  }
}

class HeldRequest {
  readonly mu = new Mutex();
  readonly accepted = chan<boolean>(1);

  async start(breaker: Breaker) {
    await this.mu.lock();
    const started = new WaitGroup();
    started.add(1);
    go('request', async () => {
      started.done();
      const ok = await breaker.maybe(async () => {
        await this.mu.lock();
        this.mu.unlock();
      });
      await this.accepted.send(ok);
    });
    await started.wait();
  }

  async letGo() {
    this.mu.unlock();
    await this.accepted.receive();
  }
}

go('test', async () => {
  const breaker = new Breaker();
  const requests = Array.from({ length: REQUESTS }, () => new HeldRequest());
  for (const request of requests) await request.start(breaker);
  for (const request of requests) await request.letGo();
});
