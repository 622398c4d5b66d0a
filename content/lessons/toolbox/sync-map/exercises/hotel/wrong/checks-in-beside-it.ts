import { Mutex, SyncMap } from 'happens-before/go';
export class Hotel {
  readonly #rooms = new SyncMap<number, string>();
  readonly #mu = new Mutex();
  async checkIn(room: number, guest: string) {
    this.#rooms.store(room, guest);
  }
  async move(from: number, to: number) {
    await this.#mu.lock();
    try {
      if (this.#rooms.load(to) !== undefined) return false;
      const [guest, isThere] = this.#rooms.loadAndDelete(from);
      if (!isThere) return false;
      this.#rooms.store(to, guest!);
      return true;
    } finally {
      this.#mu.unlock();
    }
  }
  async where(guest: string) {
    await this.#mu.lock();
    const found: number[] = [];
    this.#rooms.range((room, name) => {
      if (name === guest) found.push(room);
    });
    this.#mu.unlock();
    return found;
  }
}
