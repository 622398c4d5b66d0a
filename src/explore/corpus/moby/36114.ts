/**
 * moby_36114 · Double lock
 * A service machine adds its disks under its lock. If adding one fails it takes back those that it added, by a method of its own
 * that locks the machine too.
 * @expects leak sync.Mutex.Lock
 * @oracle flaky
 * @rate 100
 */
import { go, Mutex } from 'happens-before/go';

class ServiceMachine {
  readonly mu = new Mutex();
  readonly attached: string[] = [];

  async addDisks(disks: readonly string[]) {
    await this.mu.lock();
    for (const disk of disks) {
      if (!disk.endsWith('.vhd')) {
        await this.removeDisks(this.attached.slice());
        break;
      }
      this.attached.push(disk);
    }
    this.mu.unlock();
  }

  async removeDisks(disks: readonly string[]) {
    await this.mu.lock(); // addDisks() holds it
    for (const disk of disks) this.attached.splice(this.attached.indexOf(disk), 1);
    this.mu.unlock();
  }
}

const machine = new ServiceMachine();

go('start', async () => {
  await machine.addDisks(['base.vhd', 'layer.vhd', 'readme.txt']);
});
