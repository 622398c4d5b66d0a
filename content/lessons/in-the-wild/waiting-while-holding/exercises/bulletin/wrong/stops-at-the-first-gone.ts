import {
  chan,
  Mutex,
  select,
  type Chan,
} from 'happens-before/go';
export interface Reader {
  readonly news: Chan<string>;
  stop(): Promise<void>;
}
interface Entry {
  readonly news: Chan<string>;
  readonly gone: Chan<void>;
}
export class Bulletin {
  readonly #mu = new Mutex();
  readonly #readers = new Set<Entry>();
  async subscribe(): Promise<Reader> {
    const entry: Entry = { news: chan(), gone: chan() };
    await this.#mu.lock();
    this.#readers.add(entry);
    this.#mu.unlock();
    return {
      news: entry.news,
      stop: async () => {
        await this.#mu.lock();
        const isFirst = this.#readers.delete(entry);
        this.#mu.unlock();
        if (isFirst) entry.gone.close();
      },
    };
  }
  async publish(text: string) {
    await this.#mu.lock();
    const readers = [...this.#readers];
    this.#mu.unlock();
    for (const { news, gone } of readers) {
      let left = false;
      await select(
        news.onSend(text),
        gone.onReceive(() => {
          left = true;
        }),
      );
      if (left) return;
    }
  }
}
