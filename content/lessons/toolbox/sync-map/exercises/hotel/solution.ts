import { Mutex } from 'happens-before/go';

export class Hotel {
  readonly #mu = new Mutex();
  readonly #rooms = new Map<number, string>();

  async checkIn(room: number, guest: string) {
    await this.#mu.lock();
    this.#rooms.set(room, guest);
    this.#mu.unlock();
  }

  /** Moves a guest to a free room, and says whether it did. */
  async move(from: number, to: number) {
    await this.#mu.lock();
    try {
      const guest = this.#rooms.get(from);
      const isFree = !this.#rooms.has(to);
      if (guest === undefined || !isFree) return false;
      this.#rooms.delete(from);
      this.#rooms.set(to, guest);
      return true;
    } finally {
      this.#mu.unlock();
    }
  }

  /** The rooms in which this guest is found. */
  async where(guest: string) {
    await this.#mu.lock();
    const found = [...this.#rooms]
      .filter(([, name]) => name === guest)
      .map(([room]) => room);
    this.#mu.unlock();
    return found;
  }
}
