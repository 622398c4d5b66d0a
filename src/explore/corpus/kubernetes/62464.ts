/**
 * kubernetes_62464 · RWR
 * Reading a container's processors, or the default ones, holds the lock for reading and calls the two plain readers, which take it
 * again. Removing a container writes.
 * @expects leak sync.RWMutex.RLock, sync.RWMutex.Lock
 * @oracle flaky
 * @rate 8
 */
import { go, RWMutex } from 'happens-before/go';

class CpuState {
  readonly mu = new RWMutex();
  readonly assigned = new Map<string, string>();
  defaults = '0-3';

  async getOrDefault(container: string): Promise<string> {
    await this.mu.rLock();
    const cpus = (await this.get(container)) ?? (await this.getDefaults());
    this.mu.rUnlock();
    return cpus;
  }

  async get(container: string): Promise<string | undefined> {
    await this.mu.rLock(); // getOrDefault() holds it already
    const cpus = this.assigned.get(container);
    this.mu.rUnlock();
    return cpus;
  }

  async getDefaults(): Promise<string> {
    await this.mu.rLock();
    const cpus = this.defaults;
    this.mu.rUnlock();
    return cpus;
  }

  async setDefaults(cpus: string) {
    await this.mu.lock();
    this.defaults = cpus;
    this.mu.unlock();
  }
}

const state = new CpuState();

go('manager', async () => {
  await state.getOrDefault('web');
});
go('policy', async () => {
  await state.getDefaults();
  await state.setDefaults('0-7');
});
