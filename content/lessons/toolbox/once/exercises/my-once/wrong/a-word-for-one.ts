import { atomic, chan } from 'happens-before/go';
export class Once {
  readonly #begun = new atomic.Bool();
  readonly #over = chan<void>(1);
  async do(body: () => unknown) {
    if (this.#begun.compareAndSwap(false, true)) {
      try {
        await body();
      } finally {
        await this.#over.send();
      }
    } else await this.#over.receive();
  }
}
