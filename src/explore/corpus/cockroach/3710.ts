/**
 * cockroach_3710 · RWR
 * A scan of the replicas holds the store's lock for reading, and asks each replica for its state, which takes the same lock for
 * reading once more. If a writer has queued up in between, the second reader waits for the writer, and the writer for the first.
 * @expects leak sync.RWMutex.RLock, sync.RWMutex.Lock
 * @oracle flaky
 * @rate 2
 */
import { go, Mutex, RWMutex } from 'happens-before/go';

class Store {
  readonly mu = new RWMutex();
  readonly queue = new LogQueue();
  readonly replicas = [new Replica(this), new Replica(this)];

  async scanLogs() {
    await this.mu.rLock();
    for (const replica of this.replicas) await this.queue.maybeAdd(replica);
    this.mu.rUnlock();
  }

  async raftStatus(): Promise<string> {
    await this.mu.rLock(); // scanLogs() holds it already
    const status = `${this.replicas.length} replicas`;
    this.mu.rUnlock();
    return status;
  }

  async processRaft() {
    await this.mu.lock();
    for (const replica of this.replicas) replica.applied += 1;
    this.mu.unlock();
  }
}

class LogQueue {
  readonly mu = new Mutex();
  readonly waiting: Replica[] = [];

  async maybeAdd(replica: Replica) {
    await this.mu.lock();
    if (await replica.canTruncate()) this.waiting.push(replica);
    this.mu.unlock();
  }
}

class Replica {
  applied = 0;

  readonly store: Store;

  constructor(store: Store) {
    this.store = store;
  }

  async canTruncate(): Promise<boolean> {
    return (await this.store.raftStatus()) !== '' && this.applied > 0;
  }
}

const store = new Store();

go('scanner', async () => {
  await store.scanLogs();
});
go('raft', async () => {
  await store.processRaft();
});
