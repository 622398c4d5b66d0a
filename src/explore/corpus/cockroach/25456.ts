/**
 * cockroach_25456 · Channel
 * Processing a replica waits until the store is to quiesce, which stands for a check that gives up only then. The one who would
 * stop the store is the one who waits.
 * @expects leak chan receive
 * @oracle deterministic
 * @rate unknown
 */
import { chan, close, go } from 'happens-before/go';

class Stopper {
  readonly quiescer = chan<void>();

  stop() {
    close(this.quiescer);
  }
}

class ConsistencyQueue {
  readonly #stopper: Stopper;

  constructor(stopper: Stopper) {
    this.#stopper = stopper;
  }

  async process(_replica: string) {
    await this.#stopper.quiescer.receive();
  }
}

go('test', async () => {
  const stopper = new Stopper();
  const queue = new ConsistencyQueue(stopper);
  for (const replica of ['r1', 'r2']) await queue.process(replica);
  stopper.stop();
});
