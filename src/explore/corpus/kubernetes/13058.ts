/**
 * kubernetes_13058 · WaitGroup
 * A test expects as many deletions as it made, and counts them down where they are handled. The controller handles one in each of its
 * rounds until it is stopped, also one more than the test counts on, or one before the test has begun to count.
 * @expects panic sync: negative WaitGroup counter
 * @oracle none
 * @rate unknown
 */
import { chan, go, otherwise, select, sleep, WaitGroup } from 'happens-before/go';

class Controller {
  readonly onDelete: () => void;

  constructor(onDelete: () => void) {
    this.onDelete = onDelete;
  }

  /** Handles a deletion every 10 ms until `stop` is closed. */
  async run(stop: ReturnType<typeof chan<never>>): Promise<void> {
    for (;;) {
      const isStopped = await select(
        stop.onReceive(() => true),
        otherwise(() => false),
      );
      if (isStopped) return;
      this.onDelete();
      await sleep(10);
    }
  }
}

const deletions = new WaitGroup();
const controller = new Controller(() => deletions.done());
const stop = chan<never>();
go('controller', async () => {
  await controller.run(stop);
});
deletions.add(2);
await deletions.wait();
stop.close();
