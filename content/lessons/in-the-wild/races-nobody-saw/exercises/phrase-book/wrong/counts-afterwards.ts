import { atomic, Mutex } from 'happens-before/go';
type Load = () => Promise<[word: string, phrase: string][]>;
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
      this.#phrases ??= await this.#read();
      return this.#phrases.get(word);
    } finally {
      this.#mu.unlock();
    }
  }
  async #read() {
    const m = new Map(
      await this.#load().finally(() => this.#loads.add(1)),
    );
    return m;
  }
  async loads() {
    return this.#loads.load();
  }
}
