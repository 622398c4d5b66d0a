/**
 * moby_29733 · Cond
 * Whoever needs a plug-in waits until it is activated. Registering a new handler marks all plug-ins as not activated, so that they
 * will be activated again; but nobody does it, and nobody broadcasts.
 * @expects leak chan receive, sync.Cond.Wait
 * @oracle none
 * @rate unknown
 */
import { chan, close, Cond, go, Mutex } from 'happens-before/go';

class Plugin {
  readonly mu = new Mutex();
  readonly changed = new Cond(this.mu);
  isActivated = false;

  async activate() {
    await this.mu.lock();
    this.isActivated = true;
    this.mu.unlock();
    this.changed.broadcast();
  }

  async waitActive() {
    await this.mu.lock();
    while (!this.isActivated) await this.changed.wait();
    this.mu.unlock();
  }
}

async function registerHandler(plugins: readonly Plugin[]) {
  for (const plugin of plugins) {
    await plugin.mu.lock();
    plugin.isActivated = false;
    plugin.mu.unlock();
  }
}

async function usePlugin(plugin: Plugin) {
  const ready = chan<void>();
  go('user', async () => {
    await plugin.waitActive();
    close(ready);
  });
  await ready.receive();
}

go('test', async () => {
  const plugin = new Plugin();
  await plugin.activate();
  await usePlugin(plugin);
  await registerHandler([plugin]);
  await usePlugin(plugin);
});
