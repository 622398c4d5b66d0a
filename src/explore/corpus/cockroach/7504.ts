/**
 * cockroach_7504 · AB-BA
 * Looking a table up by its name locks the cache of names, then the lease that is found there. Releasing a lease locks the lease,
 * then the cache from which it has to vanish.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle deterministic
 * @rate 1
 */
import { go, Mutex } from 'happens-before/go';

class Lease {
  readonly mu = new Mutex();
  users = 0;

  constructor(readonly table: string) {}
}

class NameCache {
  readonly mu = new Mutex();
  readonly leases = new Map<string, Lease>();

  async acquire(table: string): Promise<Lease | undefined> {
    await this.mu.lock();
    const lease = this.leases.get(table);
    if (lease !== undefined) {
      await lease.mu.lock(); // cache, then lease
      lease.users += 1;
      lease.mu.unlock();
    }
    this.mu.unlock();
    return lease;
  }

  async remove(lease: Lease) {
    await this.mu.lock();
    this.leases.delete(lease.table);
    this.mu.unlock();
  }
}

class LeaseManager {
  readonly names = new NameCache();

  async release(lease: Lease) {
    await lease.mu.lock();
    if (lease.users === 0) await this.names.remove(lease); // lease, then cache
    lease.mu.unlock();
  }
}

const manager = new LeaseManager();
const users = new Lease('users');
manager.names.leases.set(users.table, users);

go('query', async () => {
  await manager.names.acquire('users');
});
go('expire', async () => {
  await manager.release(users);
});
