/**
 * cockroach_1462 · Chan+WaitGroup
 * A stopper tells a producer and a consumer to end, and waits for both. If the consumer hears of it while the producer is about to
 * send, the producer sends to nobody, and the stopper waits for it.
 * @expects leak chan send, sync.WaitGroup.Wait
 * @oracle flaky
 * @rate unknown
 */
import { chan, close, go, otherwise, select, WaitGroup, type Chan } from 'happens-before/go';

class Stopper {
  readonly stopped = chan<void>();
  readonly workers = new WaitGroup();

  async stop() {
    close(this.stopped);
    await this.workers.wait();
  }
}

/** Announces two events. Looks for the stop before each, but not while it sends. */
async function produce(stopper: Stopper, events: Chan<number>) {
  for (let event = 1; event <= 2; event++) {
    const isOver = await select(
      stopper.stopped.onReceive(() => true),
      otherwise(() => false),
    );
    if (isOver) return;
    await events.send(event);
  }
}

async function consume(stopper: Stopper, events: Chan<number>) {
  for (;;) {
    const isOver = await select(
      events.onReceive(() => false),
      stopper.stopped.onReceive(() => true),
    );
    if (isOver) return;
  }
}

go('test', async () => {
  const stopper = new Stopper();
  const events = chan<number>();
  for (const worker of [produce, consume]) {
    stopper.workers.add(1);
    go(worker.name, async () => {
      await worker(stopper, events);
      stopper.workers.done();
    });
  }
  await stopper.stop();
});
