/**
 * kubernetes_30872 · AB-BA
 * The informer handles each event under the lock of its queue, and the handler locks the federation. The deliverer asks, under the
 * lock of the federation, whether the queue has been worked through, which locks the queue. Whoever stops the federation joins them.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle flaky
 * @rate unknown
 */
import { chan, close, go, Mutex } from 'happens-before/go';

class Federation {
  readonly mu = new Mutex();
  readonly stopped = chan<void>();
  readonly clusters: string[] = [];

  async add(cluster: string) {
    await this.mu.lock();
    this.clusters.push(cluster);
    this.mu.unlock();
  }

  async isSynced(queue: EventQueue): Promise<boolean> {
    await this.mu.lock();
    const synced = await queue.isEmpty(); // federation, then queue
    this.mu.unlock();
    return synced;
  }

  async stop() {
    await this.mu.lock();
    close(this.stopped);
    this.mu.unlock();
  }
}

class EventQueue {
  readonly mu = new Mutex();
  readonly events = ['eu-west', 'us-east'];

  async isEmpty(): Promise<boolean> {
    await this.mu.lock();
    const empty = this.events.length === 0;
    this.mu.unlock();
    return empty;
  }

  async pop(handle: (event: string) => Promise<void>): Promise<boolean> {
    await this.mu.lock();
    const event = this.events.shift();
    if (event !== undefined) await handle(event); // queue, then federation
    this.mu.unlock();
    return event !== undefined;
  }
}

const federation = new Federation();
const queue = new EventQueue();
const stop = chan<void>();

go('informer', async () => {
  const add = async (cluster: string) => {
    await federation.add(cluster);
  };
  while (await queue.pop(add));
});
go('deliverer', async () => {
  await federation.isSynced(queue);
});
go('stopper', async () => {
  await stop.receive();
  await federation.stop();
});
close(stop);
