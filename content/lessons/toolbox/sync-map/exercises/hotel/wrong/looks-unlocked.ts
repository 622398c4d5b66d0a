import { Mutex } from 'happens-before/go';

export class Hotel {
  readonly #mu = new Mutex();
  readonly #rooms = new Map<number, string>();

  async checkIn(room: number, guest: string) {
    await this.#mu.lock();
    this.#rooms.set(room, guest);
    this.#mu.unlock();
  }

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

  async where(guest: string) {
    const found = [...this.#rooms]
      .filter(([, name]) => name === guest)
      .map(([room]) => room);
    return found;
  }
}
