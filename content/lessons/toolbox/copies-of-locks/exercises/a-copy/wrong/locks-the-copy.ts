import { Mutex } from 'happens-before/go';

export class Tally {
  mu = new Mutex();
  counts = new Map<string, number>();

  /** Adds one to each of `names`, all of them at once. */
  async addAll(names: string[]) {
    await this.mu.lock();
    for (const name of names) {
      const count = this.counts.get(name) ?? 0;
      this.counts.set(name, count + 1);
    }
    this.mu.unlock();
  }

  async countOf(name: string) {
    await this.mu.lock();
    const count = this.counts.get(name) ?? 0;
    this.mu.unlock();
    return count;
  }

  async copy(): Promise<Tally> {
    const copy = new Tally();
    await copy.mu.lock();
    copy.counts = new Map(this.counts);
    copy.mu.unlock();
    return copy;
  }
}
