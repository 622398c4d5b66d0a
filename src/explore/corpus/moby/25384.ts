/**
 * moby_25384 · WaitGroup
 * A manager restores its plug-ins in one goroutine each, and waits for them inside the loop that starts them. The first round waits
 * for all, also for those that no later round will start.
 * @expects leak sync.WaitGroup.Wait
 * @oracle deterministic
 * @rate 100
 */
import { go, WaitGroup } from 'happens-before/go';

class PluginManager {
  readonly restored: string[] = [];

  constructor(readonly plugins: readonly string[]) {}

  async restoreAll() {
    const group = new WaitGroup();
    group.add(this.plugins.length);
    for (const plugin of this.plugins) {
      go(plugin, async () => {
        this.restored.push(plugin);
        group.done();
      });
      await group.wait(); // belongs after the loop
    }
  }
}

const manager = new PluginManager(['volumes', 'network']);

go('init', async () => {
  await manager.restoreAll();
});
