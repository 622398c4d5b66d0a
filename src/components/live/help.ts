import { keepHelp, readHelp, type Help as HelpTaken } from '#progress';
import { storage } from './drafts.ts';

/** Hints and the solution of an exercise: what has been looked at before it was solved is counted. */
export class Help {
  readonly #exercise: string;
  #taken: HelpTaken;
  /** Solved: nothing has to be asked or counted any more. */
  #isFree = false;

  constructor(root: HTMLElement) {
    this.#exercise = root.dataset.exercise!;
    this.#taken = readHelp(storage(), this.#exercise);
    const hints = [...root.querySelectorAll<HTMLDetailsElement>('[data-part=hint]')];
    for (const [index, hint] of hints.entries()) {
      const count = (): void => void (hint.open && this.#take({ hints: Math.max(this.#taken.hints, index + 1) }));
      hint.addEventListener('toggle', count);
      // One that was opened before this code was there.
      count();
    }
  }

  /** What has been opened before the exercise was solved. */
  get taken(): HelpTaken {
    return this.#taken;
  }

  free(): void {
    this.#isFree = true;
  }

  /** The whole solution has been shown. */
  sawSolution(): void {
    this.#take({ sawSolution: true });
  }

  sawPieces(pieces: number): void {
    this.#take({ pieces: Math.max(this.#taken.pieces, pieces) });
  }

  #take(more: Partial<HelpTaken>): void {
    if (this.#isFree) return;
    this.#taken = { ...this.#taken, ...more };
    keepHelp(storage(), this.#exercise, this.#taken);
  }
}
