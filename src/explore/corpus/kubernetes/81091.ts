/**
 * kubernetes_81091 · Data race
 * A scheduler filters nodes with several workers at once. The plugin that a test gives it counts its calls in a plain field, so calls
 * get lost.
 * @expects race plugin.calls
 * @oracle none
 * @rate unknown
 */
import { chan, WaitGroup } from 'happens-before/go';

interface FilterPlugin {
  filter(node: number): Promise<boolean>;
}

class FakePlugin implements FilterPlugin {
  calls = 0;

  async filter(): Promise<boolean> {
    this.calls += 1;
    return true;
  }
}

class Scheduler {
  readonly plugins: readonly FilterPlugin[];

  constructor(plugins: readonly FilterPlugin[]) {
    this.plugins = plugins;
  }

  async findNodesThatFit(nodes: number): Promise<void> {
    const todo = chan<number>(nodes);
    for (let node = 0; node < nodes; node++) await todo.send(node);
    todo.close();
    const workers = new WaitGroup();
    for (let i = 0; i < 2; i++) {
      workers.go(async () => {
        for await (const node of todo) for (const plugin of this.plugins) await plugin.filter(node);
      });
    }
    await workers.wait();
  }
}

const plugin = new FakePlugin();
await new Scheduler([plugin]).findNodesThatFit(2);
console.log('filtered', plugin.calls, 'of 2 nodes');
