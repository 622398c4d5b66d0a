/**
 * cockroach_10214 · AB-BA
 * Sending the queued heartbeats holds the queue's mutex, and locks each replica that cannot be reached to tell it so. A replica's
 * tick holds the replica's mutex, and locks the queue to add a heartbeat.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle flaky
 * @rate 3
 */
import { go, Mutex } from 'happens-before/go';

class Store {
  readonly queueMu = new Mutex();
  readonly heartbeats = ['node 1'];
  readonly replicas: Replica[] = [];

  async sendHeartbeats() {
    await this.queueMu.lock();
    for (const heartbeat of this.heartbeats.splice(0)) {
      for (const replica of this.replicas) await replica.reportUnreachable(heartbeat);
    }
    this.queueMu.unlock();
  }
}

class Replica {
  readonly raftMu = new Mutex();
  unreachable = '';

  constructor(readonly store: Store) {
    store.replicas.push(this);
  }

  async reportUnreachable(node: string) {
    await this.raftMu.lock(); // queue, then replica
    this.unreachable = node;
    this.raftMu.unlock();
  }

  async tick() {
    await this.raftMu.lock();
    if (this.unreachable === '') await this.coalesceHeartbeat();
    this.raftMu.unlock();
  }

  async coalesceHeartbeat() {
    await this.store.queueMu.lock(); // replica, then queue
    this.store.heartbeats.push('node 2');
    this.store.queueMu.unlock();
  }
}

const store = new Store();
const replica = new Replica(store);
new Replica(store);

go('sender', async () => {
  await store.sendHeartbeats();
});
go('ticker', async () => {
  await replica.tick();
});
