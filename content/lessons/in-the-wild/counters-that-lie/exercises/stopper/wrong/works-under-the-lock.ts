import { Mutex, WaitGroup } from 'happens-before/go';

export class Stopper {
  readonly #mu = new Mutex();
  readonly #workers = new WaitGroup();
  #stopping = false;

  /** Starts some work. False, and nothing, after stop(). */
  async start(work: () => Promise<void>) {
    await this.#mu.lock();
    const isOpen = !this.#stopping;
    if (isOpen) await work();
    this.#mu.unlock();
    return isOpen;
  }

  /** Returns when all work that was started has ended. */
  async stop() {
    await this.#mu.lock();
    this.#stopping = true;
    this.#mu.unlock();
    await this.#workers.wait();
  }
}
