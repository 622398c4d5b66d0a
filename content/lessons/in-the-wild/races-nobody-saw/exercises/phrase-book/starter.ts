type Load = () => Promise<[word: string, phrase: string][]>;

/** Phrases that are loaded when somebody first asks. */
export class PhraseBook {
  readonly #load: Load;
  #phrases: Map<string, string> | undefined;
  #loads = 0;

  constructor(load: Load) {
    this.#load = load;
  }

  async lookUp(word: string) {
    if (this.#phrases === undefined) {
      this.#phrases = new Map();
      this.#loads += 1;
      for (const [each, phrase] of await this.#load()) {
        this.#phrases.set(each, phrase);
      }
    }
    return this.#phrases.get(word);
  }

  /** How often it has begun to load, for the metrics. */
  async loads() {
    return this.#loads;
  }
}
