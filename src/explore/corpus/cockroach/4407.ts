/**
 * cockroach_4407 · WaitGroup
 * A stopper waits for its workers, and a worker can still be added while it waits: `add` and `wait` are not ordered. If the wait
 * comes first it returns at once, and what the late worker needs is taken apart under its hands.
 * @expects race server.gossiping
 * @oracle none
 * @rate unknown
 */
import { chan, go, Mutex, WaitGroup } from 'happens-before/go';

class Stopper {
  readonly stopping = chan<never>();
  readonly workers = new WaitGroup();

  runWorker(work: () => Promise<void>): void {
    this.workers.add(1);
    go('worker', async () => {
      await work();
      this.workers.done();
    });
  }

  async stop(): Promise<void> {
    this.stopping.close();
    await this.workers.wait();
  }
}

class Server {
  readonly mutex = new Mutex();
  readonly stopper = new Stopper();
  gossiping = true;

  async gossip(): Promise<void> {
    await this.mutex.lock();
    this.stopper.runWorker(async () => {
      if (!this.gossiping) console.log('gossip on a server that has stopped');
    });
    this.mutex.unlock();
  }

  async stop(): Promise<void> {
    await this.stopper.stop();
    this.gossiping = false;
  }
}

const server = new Server();
go('gossip', async () => {
  await server.gossip();
});
await server.stop();
