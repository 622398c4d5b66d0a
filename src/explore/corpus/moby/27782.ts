/**
 * moby_27782 · Chan+cond
 * To stop watching a file, the follower asks the kernel to forget it, and waits on a condition variable until the watcher has read
 * the kernel's answer. But the watcher may be about to hand over an earlier change, which nobody but the follower would take.
 * @expects leak select, sync.Cond.Wait
 * @oracle flaky
 * @rate 2
 */
import { chan, close, Cond, go, Mutex, select } from 'happens-before/go';

type KernelEvent = 'modified' | 'forgotten';

class Watcher {
  readonly mu = new Mutex();
  readonly forgotten = new Cond(this.mu);
  isWatching = true;
  readonly kernel = chan<KernelEvent>(2);
  readonly changes = chan<KernelEvent>();
  readonly done = chan<void>();

  async readEvents() {
    for (;;) {
      const event = await select(
        this.kernel.onReceive((found) => found),
        this.done.onReceive(() => undefined),
      );
      if (event === undefined) return;
      if (event === 'forgotten') await this.noteForgotten();
      else await select(this.changes.onSend(event), this.done.onReceive());
    }
  }

  async noteForgotten() {
    await this.mu.lock();
    this.isWatching = false;
    this.forgotten.broadcast();
    this.mu.unlock();
  }

  async remove() {
    await this.mu.lock();
    await this.kernel.send('forgotten');
    while (this.isWatching) await this.forgotten.wait();
    this.mu.unlock();
  }
}

const watcher = new Watcher();
const loggerClosed = chan<void>();

go('watcher', async () => {
  await watcher.readEvents();
});
go('follower', async () => {
  const isOver = await select(
    watcher.changes.onReceive(() => false),
    loggerClosed.onReceive(() => true),
  );
  if (isOver) await watcher.remove();
  close(watcher.done);
});
go('container', async () => {
  await watcher.kernel.send('modified');
});
close(loggerClosed);
