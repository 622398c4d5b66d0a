import { Mutex } from 'happens-before/go';

class Rack {
  readonly #mu = new Mutex();
  readonly #slots: string[] = [];

  async addAll(disks: string[]) {
    await this.#mu.lock();
    for (const disk of disks) {
      if (disk.endsWith('.txt')) {
        await this.removeAll();
        break;
      }
      this.#slots.push(disk);
    }
    this.#mu.unlock();
  }

  async removeAll() {
    await this.#mu.lock(); // who holds it?
    this.#slots.length = 0;
    this.#mu.unlock();
  }
}

const rack = new Rack();
await rack.addAll(['base', 'layer']);
console.log('two disks are in');
await rack.addAll(['top', 'readme.txt']);
console.log('none of these is');
