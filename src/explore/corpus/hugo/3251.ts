/**
 * hugo_3251 · AB-BA
 * Fetching the same address twice at once is kept apart by one mutex per address, in a map under a lock of its own. That lock is
 * still held while a second reader waits for its mutex; but to give the mutex back, the first needs to look into the map.
 * @expects leak sync.WaitGroup.Wait, sync.Mutex.Lock, sync.RWMutex.RLock
 * @oracle flaky
 * @rate unknown
 */
import { go, Mutex, RWMutex, WaitGroup } from 'happens-before/go';

class AddressLocks {
  readonly mapMu = new RWMutex();
  readonly locks = new Map<string, Mutex>();

  async lock(address: string) {
    await this.mapMu.lock();
    let mu = this.locks.get(address);
    if (mu === undefined) {
      mu = new Mutex();
      this.locks.set(address, mu);
    }
    await mu.lock(); // with the map locked
    this.mapMu.unlock();
  }

  async unlock(address: string) {
    await this.mapMu.rLock();
    this.locks.get(address)?.unlock();
    this.mapMu.rUnlock();
  }
}

const locks = new AddressLocks();

async function fetchRemote(address: string) {
  await locks.lock(address);
  await locks.unlock(address);
}

go('build', async () => {
  const wg = new WaitGroup();
  for (let page = 0; page < 2; page++) {
    wg.go(async () => {
      await fetchRemote('https://example.org/data.json');
    });
  }
  await wg.wait();
});
