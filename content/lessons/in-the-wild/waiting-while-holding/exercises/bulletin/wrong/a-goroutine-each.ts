import { chan, go, Mutex, type Chan } from 'happens-before/go';

export interface Reader {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}

export class Bulletin {
  readonly #mu = new Mutex();
  readonly #readers = new Set<Chan<string>>();

  async subscribe(): Promise<Reader> {
    const news = chan<string>();
    await this.#mu.lock();
    this.#readers.add(news);
    this.#mu.unlock();
    return {
      news,
      stop: async () => {
        await this.#mu.lock();
        this.#readers.delete(news);
        this.#mu.unlock();
      },
    };
  }

  /** Returns when every reader has got it or has stopped. */
  async publish(text: string) {
    await this.#mu.lock();
    for (const news of this.#readers) {
      go('send', async () => news.send(text));
    }
    this.#mu.unlock();
  }
}
