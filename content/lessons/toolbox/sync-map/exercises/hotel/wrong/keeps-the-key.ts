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
    const guest = this.#rooms.get(from);
    const isFree = !this.#rooms.has(to);
    if (guest === undefined || !isFree) return false;
    this.#rooms.delete(from);
    this.#rooms.set(to, guest);
    this.#mu.unlock();
    return true;
  }

  async where(guest: string) {
    await this.#mu.lock();
    const found = [...this.#rooms]
      .filter(([, name]) => name === guest)
      .map(([room]) => room);
    this.#mu.unlock();
    return found;
  }
}
