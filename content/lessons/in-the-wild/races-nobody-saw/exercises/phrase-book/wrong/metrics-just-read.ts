import { Mutex } from 'happens-before/go';

type Load = () => Promise<[word: string, phrase: string][]>;

/** Phrases that are loaded when somebody first asks. */
export class PhraseBook {
  readonly #mu = new Mutex();
  readonly #load: Load;
  #loads = 0;
  #phrases: Map<string, string> | undefined;

  constructor(load: Load) {
    this.#load = load;
  }

  async lookUp(word: string) {
    await this.#mu.lock();
    try {
      this.#phrases ??= await this.#read();
      return this.#phrases.get(word);
    } finally {
      this.#mu.unlock();
    }
  }

  async #read() {
    this.#loads += 1;
    return new Map(await this.#load());
  }

  /** How often it has begun to load, for the metrics. */
  async loads() {
    return this.#loads;
  }
}
