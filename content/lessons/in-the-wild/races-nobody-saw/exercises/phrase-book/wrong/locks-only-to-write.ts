import { atomic, Mutex } from 'happens-before/go';

type Load = () => Promise<[word: string, phrase: string][]>;

/** Phrases that are loaded when somebody first asks. */
export class PhraseBook {
  readonly #mu = new Mutex();
  readonly #load: Load;
  readonly #loads = new atomic.Int64();
  #phrases: Map<string, string> | undefined;

  constructor(load: Load) {
    this.#load = load;
  }

  async lookUp(word: string) {
    if (this.#phrases === undefined) {
      const phrases = await this.#read();
      await this.#mu.lock();
      this.#phrases = phrases;
      this.#mu.unlock();
    }
    return this.#phrases.get(word);
  }

  async #read() {
    this.#loads.add(1);
    return new Map(await this.#load());
  }

  /** How often it has begun to load, for the metrics. */
  async loads() {
    return this.#loads.load();
  }
}
