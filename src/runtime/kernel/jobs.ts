const MOST_ROUNDS = 10_000;

/** Reactions of promises and microtasks, first in first out. All of them are done before the step ends. */
export class Jobs {
  #waiting: (() => void)[] = [];

  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  add(job: () => void): void {
    this.#waiting.push(job);
  }

  /** Does all jobs, and those that they add. False: they go on adding, and do not come to an end. */
  drain(caught: (error: unknown) => void): boolean {
    for (let rounds = 0; this.#waiting.length > 0; rounds++) {
      if (rounds > MOST_ROUNDS) return false;
      const jobs = this.#waiting;
      this.#waiting = [];
      for (const job of jobs) {
        try {
          job();
        } catch (error) {
          caught(error);
        }
      }
    }
    return true;
  }
}
