/**
 * istio_17860 · Channel
 * Each epoch of a proxy reports its end to the agent's loop. The loop returns as soon as no epoch is active, also while a restart is
 * under way that has not added its epoch yet. That one's report is then taken by nobody.
 * @expects leak chan send
 * @oracle flaky
 * @rate unknown
 */
import { after, chan, close, go, Mutex, select, sleep, type Chan } from 'happens-before/go';

class Agent {
  readonly #mu = new Mutex();
  readonly #ended = chan<number>();
  readonly #active = new Set<number>();
  #epoch = 0;

  async run(stopped: Chan<void>) {
    for (;;) {
      const isOver = await select(
        this.#ended.onReceive(async (epoch) => {
          await this.#mu.lock();
          this.#active.delete(epoch!);
          const active = this.#active.size;
          this.#mu.unlock();
          return active === 0;
        }),
        stopped.onReceive(() => true),
      );
      if (isOver) return;
    }
  }

  async restart() {
    await this.#mu.lock();
    await this.#waitUntilLive();
    const epoch = ++this.#epoch;
    this.#active.add(epoch);
    this.#mu.unlock();
    go('epoch', async () => {
      await this.#ended.send(epoch);
    });
  }

  /** Waits for the epoch before, which never comes to life, but not for long. */
  async #waitUntilLive() {
    if (this.#active.size > 0) await after(10).receive();
  }
}

const stopped = chan<void>();
const agent = new Agent();
go('agent', async () => {
  await agent.run(stopped);
});
await agent.restart();
go('restarter', async () => {
  await agent.restart();
});
await sleep(20);
close(stopped);
