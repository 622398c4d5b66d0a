import { keepHelp, readHelp, type Help as HelpTaken } from '#progress';
import { storage } from './drafts.ts';

/** Hints and the solution of an exercise: hints are counted, and the solution asks once whether it is meant. */
export class Help {
  readonly #exercise: string;
  #taken: HelpTaken;
  /** Solved: nothing has to be asked or counted any more. */
  #isFree = false;

  constructor(root: HTMLElement) {
    this.#exercise = root.dataset.exercise!;
    this.#taken = readHelp(storage(), this.#exercise);
    const hints = [...root.querySelectorAll<HTMLDetailsElement>('[data-part=hint]')];
    for (const [index, hint] of hints.entries()) hint.addEventListener('toggle', () => hint.open && this.#take({ hints: Math.max(this.#taken.hints, index + 1) }));
    const solution = root.querySelector<HTMLDetailsElement>('[data-part=solution]');
    solution?.addEventListener('toggle', () => this.#confirm(solution));
  }

  /** What has been opened before the exercise was solved. */
  get taken(): HelpTaken {
    return this.#taken;
  }

  free(): void {
    this.#isFree = true;
  }

  /** A part of the solution has been shown. */
  sawSolution(): void {
    this.#take({ sawSolution: true });
  }

  #take(more: Partial<HelpTaken>): void {
    if (this.#isFree) return;
    this.#taken = { ...this.#taken, ...more };
    keepHelp(storage(), this.#exercise, this.#taken);
  }

  /** Opening the solution before solving the exercise asks once whether that is meant. */
  #confirm(solution: HTMLDetailsElement): void {
    if (!solution.open || this.#isFree || this.#taken.sawSolution) return;
    if (confirm('Show the solution? You have not solved this exercise yet.')) this.sawSolution();
    else solution.open = false;
  }
}
