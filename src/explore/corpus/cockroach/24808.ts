/**
 * cockroach_24808 · Channel
 * A compactor has room for one suggestion, and got one before it was started. Starting it sends another one first, and starts the
 * worker that would make room only after that.
 * @expects leak chan send
 * @oracle deterministic
 * @rate unknown
 */
import { chan, close, go, select, WaitGroup } from 'happens-before/go';

class Stopper {
  readonly stopping = chan<void>();
  readonly workers = new WaitGroup();

  runWorker(work: () => Promise<void>) {
    this.workers.go(work);
  }

  async stop() {
    close(this.stopping);
    await this.workers.wait();
  }
}

class Compactor {
  readonly suggestions = chan<string>(1);

  async start(stopper: Stopper) {
    await this.suggestions.send('look at everything once');
    stopper.runWorker(async () => {
      for (;;) {
        const stopped = await select(
          stopper.stopping.onReceive(() => true),
          this.suggestions.onReceive(() => false),
        );
        if (stopped) return;
      }
    });
  }
}

go('server', async () => {
  const stopper = new Stopper();
  const compactor = new Compactor();
  await compactor.suggestions.send('a range was deleted');
  await compactor.start(stopper);
  await stopper.stop();
});
