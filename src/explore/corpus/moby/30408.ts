/**
 * moby_30408 · Cond
 * Whoever needs a plug-in waits until its manifest is there. If activating it fails, the error is noted, and nobody who waits is told.
 * @expects leak chan receive, sync.Cond.Wait
 * @oracle deterministic
 * @rate unknown
 */
import { chan, close, Cond, go, Mutex } from 'happens-before/go';

class Plugin {
  readonly mu = new Mutex();
  readonly changed = new Cond(this.mu);
  manifest: string | undefined;
  error: Error | undefined;

  async activate(answer: string | undefined) {
    await this.mu.lock();
    if (answer === undefined) {
      this.error = new Error('the plug-in does not answer');
      this.mu.unlock();
      return; // without a broadcast
    }
    this.manifest = answer;
    this.mu.unlock();
    this.changed.broadcast();
  }

  async waitActive(): Promise<Error | undefined> {
    await this.mu.lock();
    while (this.manifest === undefined) await this.changed.wait();
    const error = this.error;
    this.mu.unlock();
    return error;
  }
}

go('test', async () => {
  const plugin = new Plugin();
  await plugin.activate(undefined);
  const ready = chan<void>();
  go('user', async () => {
    await plugin.waitActive();
    close(ready);
  });
  await ready.receive();
});
