/**
 * serving_3068 · Misuse channel
 * A pool's `wait` closes the channel of work, as if everybody had handed theirs in. Whoever still hands in work sends on a closed
 * channel.
 * @expects panic send on closed channel
 * @oracle none
 * @rate unknown
 */
import { chan, go, WaitGroup } from 'happens-before/go';

type Work = () => Promise<void>;

class Pool {
  readonly queue: ReturnType<typeof chan<Work>>;
  readonly pending = new WaitGroup();

  constructor(capacity: number) {
    this.queue = chan<Work>(capacity);
    go('worker', async () => {
      for await (const work of this.queue) {
        await work();
        this.pending.done();
      }
    });
  }

  async hand(work: Work): Promise<void> {
    this.pending.add(1);
    await this.queue.send(work);
  }

  /** Says that no more work will come, which the pool cannot know. */
  async wait(): Promise<void> {
    this.queue.close();
    await this.pending.wait();
  }
}

const pool = new Pool(2);
const handedIn = new WaitGroup();
handedIn.go(async () => {
  for (let i = 0; i < 2; i++) await pool.hand(async () => {});
});
await pool.wait();
await handedIn.wait();
