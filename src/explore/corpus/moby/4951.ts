/**
 * moby_4951 · AB-BA
 * Deleting a device takes the lock of the set, then that of the device, and lets the set go for a while to wait for the kernel. If
 * the same device is deleted twice, the second has the set by then and waits for the device; the first wants the set back.
 * @expects leak sync.Mutex.Lock, sync.Mutex.Lock
 * @oracle flaky
 * @rate 100
 */
import { go, Mutex, sleep } from 'happens-before/go';

class Device {
  readonly mu = new Mutex();
  isOpen = true;
}

class DeviceSet {
  readonly mu = new Mutex();
  readonly devices = new Map([['thin-1', new Device()]]);

  async delete(name: string) {
    await this.mu.lock();
    const device = this.devices.get(name);
    if (device !== undefined) {
      await device.mu.lock();
      await this.removeAndWait(device);
      device.mu.unlock();
    }
    this.mu.unlock();
  }

  /** The caller holds both locks. */
  async removeAndWait(device: Device) {
    device.isOpen = false;
    this.mu.unlock(); // the kernel may take its time
    await sleep(1);
    await this.mu.lock();
  }
}

const devices = new DeviceSet();

for (const request of ['first', 'second']) {
  go(request, async () => {
    await devices.delete('thin-1');
  });
}
