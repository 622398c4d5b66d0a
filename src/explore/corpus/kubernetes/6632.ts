/**
 * kubernetes_6632 · Chan+lock
 * Writing a frame resets the idle timer by a message to the monitor, and holds the write lock meanwhile. The monitor, just told that
 * the connection is closed, no longer reads those messages but wants the lock.
 * @expects leak chan send, sync.Mutex.Lock
 * @oracle flaky
 * @rate 4
 */
import { chan, close, go, Mutex, select, type Chan } from 'happens-before/go';

class IdleAwareFramer {
  readonly closing = chan<void>();
  readonly #writeMu = new Mutex();
  #resets: Chan<void> | undefined = chan<void>();

  async monitor() {
    const resets = this.#resets!;
    for (;;) {
      const closed = await select(
        this.closing.onReceive(() => true),
        resets.onReceive(() => false),
      );
      if (closed) break;
    }
    await this.#writeMu.lock();
    close(resets);
    this.#resets = undefined;
    this.#writeMu.unlock();
  }

  async writeFrame() {
    await this.#writeMu.lock();
    if (this.#resets !== undefined) await this.#resets.send();
    this.#writeMu.unlock();
  }
}

const framer = new IdleAwareFramer();
go('closer', async () => {
  await framer.closing.send();
});
go('monitor', async () => {
  await framer.monitor();
});
go('writer', async () => {
  await framer.writeFrame();
});
