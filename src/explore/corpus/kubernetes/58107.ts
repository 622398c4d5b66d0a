/**
 * kubernetes_58107 · RWR
 * Workers hold the controller's lock for reading while they wait for work. A resync wants the lock for writing and waits for the
 * idle worker; the next worker waits behind the resync, and nobody is left who would be woken to let it go.
 * @expects leak sync.Cond.Wait, sync.RWMutex.RLock, sync.RWMutex.Lock
 * @oracle flaky
 * @rate 53
 */
import { Cond, go, Mutex, RWMutex } from 'happens-before/go';

class WorkQueue {
  readonly mu = new Mutex();
  readonly arrived = new Cond(this.mu);
  items = 0;

  async get() {
    await this.mu.lock();
    while (this.items === 0) await this.arrived.wait();
    this.items -= 1;
    this.mu.unlock();
  }

  async put() {
    await this.mu.lock();
    this.items += 1;
    this.mu.unlock();
    this.arrived.signal();
  }
}

class QuotaController {
  readonly workerMu = new RWMutex();
  readonly changed = new WorkQueue();
  readonly missing = new WorkQueue();
  quotas = 0;

  async work(queue: WorkQueue) {
    await this.workerMu.rLock();
    await queue.get(); // waits with the lock held
    this.workerMu.rUnlock();
    await this.changed.put(); // the other worker has something to do now
  }

  async resync() {
    await this.workerMu.lock();
    this.quotas += 1;
    this.workerMu.unlock();
  }
}

const controller = new QuotaController();
await controller.missing.put();

go('worker', async () => {
  await controller.work(controller.changed);
});
go('worker for the missing', async () => {
  await controller.work(controller.missing);
});
go('resync', async () => {
  await controller.resync();
});
