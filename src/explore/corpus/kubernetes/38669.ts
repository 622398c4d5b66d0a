/**
 * kubernetes_38669 · Channel
 * A watcher first sends the events that it was made with, and nobody takes them yet. Stopping it closes its input, which it looks at
 * only afterwards.
 * @expects leak chan send
 * @oracle deterministic
 * @rate unknown
 */
import { chan, close, go, Mutex } from 'happens-before/go';

class CacheWatcher {
  readonly #mu = new Mutex();
  readonly #input = chan<string>();
  readonly result = chan<string>();
  #stopped = false;

  constructor(initialEvents: string[]) {
    go('watcher', async () => {
      await this.#process(initialEvents);
    });
  }

  async #process(initialEvents: string[]) {
    for (const event of initialEvents) await this.result.send(event); // does not hear of the stop
    for await (const event of this.#input) await this.result.send(event);
    close(this.result);
  }

  async stop() {
    await this.#mu.lock();
    if (!this.#stopped) {
      this.#stopped = true;
      close(this.#input);
    }
    this.#mu.unlock();
  }
}

const watcher = new CacheWatcher(['pod added', 'pod changed']);
await watcher.stop();
