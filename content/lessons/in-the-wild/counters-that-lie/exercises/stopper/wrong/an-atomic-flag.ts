import { atomic, WaitGroup } from 'happens-before/go';

export class Stopper {
  readonly #workers = new WaitGroup();
  readonly #stopping = new atomic.Bool();

  /** Starts some work. False, and nothing, after stop(). */
  async start(work: () => Promise<void>) {
    if (this.#stopping.load()) return false;
    this.#workers.go(work);
    return true;
  }

  /** Returns when all work that was started has ended. */
  async stop() {
    this.#stopping.store(true);
    await this.#workers.wait();
  }
}
