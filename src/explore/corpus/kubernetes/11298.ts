/**
 * kubernetes_11298 · Chan+cond
 * A service loop starts a goroutine that waits on a condition variable, to be able to wait for the condition or the end, whichever
 * comes first. At the end it signals, so that the goroutine stops waiting, and waits for it; but it may not have begun to wait yet.
 * @expects leak chan receive, chan receive, sync.Cond.Wait
 * @oracle flaky
 * @rate unknown
 */
import { chan, close, Cond, go, Mutex, otherwise, select, type Chan } from 'happens-before/go';

/** Starts `body`, and returns a channel that is closed when it has ended. */
function start(name: string, body: () => Promise<void>): Chan<void> {
  const ended = chan<void>();
  go(name, async () => {
    await body();
    close(ended);
  });
  return ended;
}

class Notifier {
  readonly mu = new Mutex();
  readonly changed = new Cond(this.mu);
  elections = 0;

  async elect() {
    await this.mu.lock();
    this.elections += 1;
    this.changed.signal();
    this.mu.unlock();
  }

  async serve(end: Chan<void>) {
    const isOver = () => true;
    const goesOn = () => false;
    await this.mu.lock();
    while (!(await select(end.onReceive(isOver), otherwise(goesOn)))) {
      const woken = start('waiter', async () => {
        await this.changed.wait(); // lets go of the lock that serve() took
      });
      const over = await select(end.onReceive(isOver), woken.onReceive(goesOn));
      if (!over) continue;
      this.changed.signal(); // the waiter may not wait yet
      await woken.receive();
      break;
    }
    this.mu.unlock();
  }
}

go('test', async () => {
  const notified = start('notify', async () => {
    const notifier = new Notifier();
    const finished = start('elections', async () => {
      await notifier.elect();
    });
    await notifier.serve(finished);
  });
  await notified.receive();
});
