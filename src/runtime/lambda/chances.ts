/**
 * What may go either way at AWS, and how often the model lets it go the rarer way in one run. A run takes the usual way; the explorer
 * tries each.
 *
 * Invariant: of several things that could go the rarer way, each is tried, whichever comes first. So they need not be tried in both orders.
 */
export class Chances {
  #duplicates: number;

  constructor(duplicates: number) {
    this.#duplicates = duplicates;
  }

  /** Whether something may still be delivered twice in this run. */
  get mayDuplicate(): boolean {
    return this.#duplicates > 0;
  }

  takeDuplicate(): void {
    this.#duplicates--;
  }
}
