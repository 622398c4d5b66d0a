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
    await this.#mu.lock();
    try {
      if (this.#phrases === undefined) {
        this.#phrases = new Map();
        for (const [each, phrase] of await this.#read()) {
          this.#phrases.set(each, phrase);
        }
      }
      return this.#phrases.get(word);
    } finally {
      this.#mu.unlock();
    }
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
