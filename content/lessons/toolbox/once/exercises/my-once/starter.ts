import { atomic } from 'happens-before/go';

export class Once {
  readonly #done = new atomic.Bool();

  /** Runs `body`, if this is the first call. */
  async do(body: () => unknown) {
    if (this.#done.compareAndSwap(false, true)) {
      await body();
    }
  }
}
