/** Rounding of arrival times must not make a request count twice. */
const TOLERANCE = 1e-6;

/** Lets at most `most()` requests through within any `window` milliseconds. */
export class RateLimit {
  readonly #window: number;
  #times: number[] = [];
  #first = 0;

  constructor(window: number) {
    this.#window = window;
  }

  /** Whether one more at `now` is within the limit. Counts nothing. */
  hasRoom(now: number, most: number): boolean {
    while (this.#first < this.#times.length && (this.#times[this.#first] as number) <= now - this.#window + TOLERANCE) this.#first++;
    if (this.#first > 1024 && this.#first * 2 > this.#times.length) {
      this.#times = this.#times.slice(this.#first);
      this.#first = 0;
    }
    return this.#times.length - this.#first < most;
  }

  count(now: number): void {
    this.#times.push(now);
  }
}

/** Gives out at most `size` at once; what was given out comes back steadily, all of it within `window` milliseconds. */
export class Allowance {
  readonly #size: number;
  readonly #window: number;
  #left: number;
  #at = 0;

  constructor(size: number, window: number) {
    this.#size = size;
    this.#window = window;
    this.#left = size;
  }

  /** Takes one, and says whether there was one. */
  take(now: number): boolean {
    this.#left = Math.min(this.#size, this.#left + ((now - this.#at) * this.#size) / this.#window);
    this.#at = now;
    if (this.#left < 1) return false;
    this.#left--;
    return true;
  }
}
