/**
 * kubernetes_1321 · Chan+lock
 * A multiplexer sends an event to each watcher with its lock held. A watcher that stops instead of receiving needs the same lock to
 * take itself out of the list.
 * @expects leak chan send, sync.Mutex.Lock
 * @oracle none
 * @rate 1
 */
import { chan, close, go, Mutex, type Chan } from 'happens-before/go';

const EVENTS = 2;

class Mux {
  readonly #distributing = new Mutex();
  readonly #listMu = new Mutex();
  readonly #watchers = new Map<number, Chan<string>>();

  constructor() {
    go('distributor', async () => {
      for (let event = 1; event <= EVENTS; event++) await this.#distribute(`event ${event}`);
    });
  }

  async #distribute(event: string) {
    await this.#distributing.lock();
    await this.#listMu.lock();
    for (const watcher of this.#watchers.values()) await watcher.send(event);
    this.#listMu.unlock();
    this.#distributing.unlock();
  }

  async watch() {
    await this.#listMu.lock();
    const id = this.#watchers.size + 1;
    this.#watchers.set(id, chan<string>());
    this.#listMu.unlock();
    return id;
  }

  async stopWatching(id: number) {
    await this.#distributing.lock();
    const watcher = this.#watchers.get(id);
    this.#watchers.delete(id);
    if (watcher !== undefined) close(watcher);
    this.#distributing.unlock();
  }
}

go('test', async () => {
  const mux = new Mux();
  const id = await mux.watch();
  await mux.stopWatching(id);
});
