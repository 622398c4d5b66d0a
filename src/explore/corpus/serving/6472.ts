/**
 * serving_6472 · Data race
 * A prober hands out its work before it has added up how much there is. Workers count down atomically, the prober counts up with a
 * plain `+=`: it overwrites what a worker has counted, or the count passes zero too early.
 * @expects race state.pending
 * @oracle none
 * @rate unknown
 */
import { chan, Mutex, WaitGroup } from 'happens-before/go';

interface IngressState {
  pending: number;
}

class Prober {
  readonly queue = chan<IngressState>(2);
  readonly workers = new WaitGroup();
  // Go's atomic.AddInt32 acts on a plain field. A lock that only the counting down takes stands for it here.
  readonly atomically = new Mutex();

  start(): void {
    this.workers.go(async () => {
      for await (const state of this.queue) await this.probed(state);
    });
  }

  async isReady(state: IngressState): Promise<void> {
    for (let probe = 0; probe < 2; probe++) await this.queue.send(state);
    state.pending += 2;
  }

  async probed(state: IngressState): Promise<void> {
    await this.atomically.lock();
    state.pending -= 1;
    this.atomically.unlock();
  }
}

const state: IngressState = { pending: 0 };
const prober = new Prober();
prober.start();
await prober.isReady(state);
prober.queue.close();
await prober.workers.wait();
console.log('pending:', state.pending);
