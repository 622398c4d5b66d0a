/**
 * kubernetes_77796 · Data race
 * To dispatch an event, a cacher collects the watchers that want it in a list that it keeps for all events. The lock is held while the
 * list is filled and not while it is gone through: with two dispatchers, an event goes to the watchers of another.
 * @expects race cacher.buffer
 * @oracle none
 * @rate unknown
 */
import { go, Mutex, WaitGroup } from 'happens-before/go';

class Cacher {
  readonly mutex = new Mutex();
  buffer: readonly string[] = [];

  async startDispatching(event: string): Promise<void> {
    await this.mutex.lock();
    this.buffer = [`watcher of ${event}`];
    this.mutex.unlock();
  }

  async dispatchEvent(event: string): Promise<void> {
    await this.startDispatching(event);
    for (const watcher of this.buffer) console.log(`${event} to ${watcher}`);
  }
}

const cacher = new Cacher();
go('dispatcher', async () => {
  await cacher.dispatchEvent('pods');
});
const test = new WaitGroup();
test.go(async () => {
  await cacher.dispatchEvent('nodes');
});
await test.wait();
