/** How much was waiting from `at` (milliseconds) on, until the next point. */
export interface BacklogPoint {
  readonly at: number;
  /** Events, messages or records that wait to be handed to a function. */
  readonly waiting: number;
  /** Those that a function has, or that are hidden from the next. */
  readonly inFlight: number;
  /** When the oldest of those that wait came in; undefined if none waits. Its age at a time t is t − `oldest`. */
  readonly oldest: number | undefined;
}

/** Depth and age of one queue over time. */
export class Backlog {
  /** When those that wait came in, and how many at each time. */
  readonly #waiting = new Map<number, number>();
  readonly #series: BacklogPoint[] = [];
  #count = 0;
  #inFlight = 0;

  /** What came in at `since` waits from `now` on. */
  wait(now: number, since: number): void {
    this.#count++;
    this.#waiting.set(since, (this.#waiting.get(since) ?? 0) + 1);
    this.#note(now);
  }

  /** It waits no longer: it is in flight, or gone. */
  leave(now: number, since: number, isInFlight: boolean): void {
    this.#count--;
    const left = (this.#waiting.get(since) ?? 1) - 1;
    if (left === 0) this.#waiting.delete(since);
    else this.#waiting.set(since, left);
    if (isInFlight) this.#inFlight++;
    this.#note(now);
  }

  /** It was in flight, and is no more. */
  land(now: number): void {
    this.#inFlight--;
    this.#note(now);
  }

  series(): readonly BacklogPoint[] {
    return this.#series.slice();
  }

  #note(at: number): void {
    let oldest: number | undefined;
    for (const since of this.#waiting.keys()) if (oldest === undefined || since < oldest) oldest = since;
    if (this.#series.at(-1)?.at === at) this.#series.pop();
    this.#series.push({ at, waiting: this.#count, inFlight: this.#inFlight, oldest });
  }
}
