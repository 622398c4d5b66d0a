import { WaitGroup } from 'happens-before/go';

export class Stopper {
  readonly #workers = new WaitGroup();
  #stopping = false;

  /** Starts some work. False, and nothing, after stop(). */
  async start(work: () => Promise<void>) {
    if (this.#stopping) return false;
    this.#workers.go(work);
    return true;
  }

  /** Returns when all work that was started has ended. */
  async stop() {
    this.#stopping = true;
    await this.#workers.wait();
  }
}
