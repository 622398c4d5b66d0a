/**
 * moby_17176 · Double lock
 * The clean-up of deleted devices locks the set of devices, finds that there is nothing to do, and returns without unlocking. The
 * test waits for the next user of the set for a millisecond, and gives up.
 * @expects leak sync.Mutex.Lock
 * @oracle deterministic
 * @rate 100
 */
import { after, chan, go, Mutex, select } from 'happens-before/go';

class DeviceSet {
  readonly mu = new Mutex();
  readonly deleted: string[] = [];

  async cleanUp() {
    await this.mu.lock();
    if (this.deleted.length === 0) return; // the set stays locked
    this.deleted.length = 0;
    this.mu.unlock();
  }

  async remove(device: string) {
    await this.mu.lock();
    this.deleted.push(device);
    this.mu.unlock();
  }
}

const devices = new DeviceSet();
await devices.cleanUp();

const removed = chan<string>();
go('remove', async () => {
  await devices.remove('thin-1');
  await removed.send('thin-1');
});
await select(
  removed.onReceive((device) => console.log(device, 'is gone')),
  after(1).onReceive(() => console.log('still waiting')),
);
