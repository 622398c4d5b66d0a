/**
 * etcd_7902 · Chan+lock
 * In each round the followers wait until the leader closes the channel of the round. They wait with the mutex held that the leader
 * locks before it closes the channel. A follower that comes after the leader's last round waits as well.
 * @expects leak chan receive, sync.Mutex.Lock, sync.WaitGroup.Wait
 * @expects leak chan receive, sync.WaitGroup.Wait
 * @oracle flaky
 * @rate 100
 */
import { chan, close, go, Mutex, WaitGroup } from 'happens-before/go';

const CANDIDATES = 2;
const ROUNDS = 2;

class Election {
  readonly #mu = new Mutex();
  readonly #finished = new WaitGroup();
  #nextRound = chan<void>();

  async run() {
    for (let candidate = 0; candidate < CANDIDATES; candidate++) {
      this.#finished.go(async () => {
        await this.#campaign(candidate === 0);
      });
    }
    await this.#finished.wait();
  }

  async #campaign(isLeader: boolean) {
    for (let round = 0; round < ROUNDS; round++) {
      await this.#mu.lock();
      const seen = this.#nextRound;
      this.#mu.unlock();

      await this.#mu.lock();
      if (isLeader) {
        close(this.#nextRound);
        this.#nextRound = chan<void>();
      }
      await seen.receive();
      this.#mu.unlock();
    }
  }
}

go('election', async () => {
  await new Election().run();
});
