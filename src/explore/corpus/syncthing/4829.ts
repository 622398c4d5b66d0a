/**
 * syncthing_4829 · Double lock
 * Clearing a mapping's addresses holds its lock for writing and tells the subscribers which were removed. Telling them takes the
 * lock for reading.
 * @expects leak sync.RWMutex.RLock
 * @oracle deterministic
 * @rate unknown
 */
import { go, RWMutex } from 'happens-before/go';

class Mapping {
  readonly mu = new RWMutex();
  readonly addresses = new Map<string, string>();
  readonly subscribers: ((removed: readonly string[]) => void)[] = [];

  async clearAddresses() {
    await this.mu.lock();
    const removed = [...this.addresses.values()];
    this.addresses.clear();
    if (removed.length > 0) await this.notify(removed);
    this.mu.unlock();
  }

  async notify(removed: readonly string[]) {
    await this.mu.rLock(); // clearAddresses() holds it for writing
    for (const tell of this.subscribers) tell(removed);
    this.mu.rUnlock();
  }
}

class NatService {
  readonly mu = new RWMutex();
  readonly mappings = new Set<Mapping>();

  async add(mapping: Mapping) {
    await this.mu.lock();
    this.mappings.add(mapping);
    this.mu.unlock();
  }

  async remove(mapping: Mapping) {
    await this.mu.lock();
    if (this.mappings.delete(mapping)) await mapping.clearAddresses();
    this.mu.unlock();
  }
}

go('test', async () => {
  const service = new NatService();
  const mapping = new Mapping();
  mapping.addresses.set('router', '203.0.113.7');
  await service.add(mapping);
  await service.remove(mapping);
});
