import { RWMutex } from 'happens-before/go';

type Visit = (city: string, gate: string) => Promise<void>;

export class Board {
  readonly #mu = new RWMutex();
  readonly #gates = new Map<string, string>();
  #spare: string | undefined;

  constructor(spare?: string) {
    this.#spare = spare;
  }

  async gate(city: string) {
    await this.#mu.rLock();
    const gate = this.#gates.get(city);
    this.#mu.rUnlock();
    return gate;
  }

  async spare() {
    await this.#mu.rLock();
    const spare = this.#spare;
    this.#mu.rUnlock();
    return spare;
  }

  async gateOrSpare(city: string) {
    const mine = this.#mu.tryRLock();
    const gate = this.#gates.get(city) ?? this.#spare;
    if (mine) this.#mu.rUnlock();
    return gate;
  }

  async each(visit: Visit) {
    await this.#mu.rLock();
    const entries = [...this.#gates];
    this.#mu.rUnlock();
    for (const [city, gate] of entries) await visit(city, gate);
  }

  /** Gives the spare gate to a city. */
  async give(city: string) {
    await this.#mu.lock();
    if (this.#spare !== undefined) {
      this.#gates.set(city, this.#spare);
      this.#spare = undefined;
    }
    this.#mu.unlock();
  }

  /** A gate is opened, and is the spare one now. */
  async open(gate: string) {
    await this.#mu.lock();
    this.#spare = gate;
    this.#mu.unlock();
  }

  /** The gate of a city becomes the spare one. */
  async free(city: string) {
    await this.#mu.lock();
    this.#spare = this.#gates.get(city) ?? this.#spare;
    this.#gates.delete(city);
    this.#mu.unlock();
  }
}
