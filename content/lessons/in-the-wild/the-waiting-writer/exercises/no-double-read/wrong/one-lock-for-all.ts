import { Mutex } from 'happens-before/go';

type Visit = (city: string, gate: string) => Promise<void>;

export class Board {
  readonly #mu = new Mutex();
  readonly #gates = new Map<string, string>();
  #spare: string | undefined;

  constructor(spare?: string) {
    this.#spare = spare;
  }

  async gate(city: string) {
    await this.#mu.lock();
    const gate = this.#gates.get(city);
    this.#mu.unlock();
    return gate;
  }

  async spare() {
    await this.#mu.lock();
    const spare = this.#spare;
    this.#mu.unlock();
    return spare;
  }

  async gateOrSpare(city: string) {
    await this.#mu.lock();
    const gate =
      (await this.gate(city)) ?? (await this.spare());
    this.#mu.unlock();
    return gate;
  }

  async each(visit: Visit) {
    await this.#mu.lock();
    for (const [city, gate] of this.#gates) {
      await visit(city, gate);
    }
    this.#mu.unlock();
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
