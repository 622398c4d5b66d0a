import { atomic } from 'happens-before/go';

type Load = () => Promise<[word: string, phrase: string][]>;

/** Phrases that are loaded when somebody first asks. */
export class PhraseBook {
  readonly #load: Load;
  readonly #loads = new atomic.Int64();

  constructor(load: Load) {
    this.#load = load;
  }

  async lookUp(word: string) {
    return (await this.#read()).get(word);
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
