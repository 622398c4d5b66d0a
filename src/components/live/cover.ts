import { program } from '#words';
import { h, part } from './dom.ts';
import type { Help } from './help.ts';
import { piecesOf, toLineEnd, type Pieces } from './pieces.ts';

const { exercise: words } = program;

/**
 * What lies over a solution until the exercise is solved: it can be shown piece by piece, or whole, which has to be said twice. Without
 * script there is no cover.
 */
export class Cover {
  /** An edition may show none. */
  readonly #solution: HTMLElement | undefined;
  readonly #help: Help;
  readonly #pieces: Pieces | undefined;
  readonly #text = h('pre', { class: 'solution-pieces', tabindex: 0, 'aria-label': words.soFar, hidden: true });
  readonly #said = h('p', { role: 'status' });
  readonly #cover = h('div', { class: 'solution-cover' });
  #shown = 0;

  /** `starter`: of an exercise that is answered with a program, what the reader began with. */
  constructor(root: HTMLElement, help: Help, starter?: string) {
    this.#help = help;
    this.#solution = part(root, 'solution') ?? undefined;
    const text = this.#solution?.querySelector('code')?.textContent;
    this.#pieces = starter === undefined || text === undefined ? undefined : piecesOf(text, starter);
    this.#shown = this.#pieces === undefined ? 0 : Math.min(help.taken.pieces, this.#pieces.pieces.length);
    if (help.taken.sawSolution) {
      this.lift();
      return;
    }
    this.#cover.append(this.#text, this.#said, this.#buttons());
    this.#solution?.querySelector('summary')!.after(this.#cover);
    this.#draw();
  }

  /** The exercise is solved. */
  lift(): void {
    if (this.#solution !== undefined) this.#solution.dataset.lifted = '';
    this.#cover.remove();
  }

  #buttons(): HTMLElement {
    const whole = h('button', { type: 'button', class: 'live-button' }, words.showWhole);
    whole.onclick = () => {
      if (whole.dataset.asked === undefined) {
        whole.dataset.asked = '';
        whole.textContent = words.yesShowWhole;
        this.#said.textContent = words.notSolvedYet;
        return;
      }
      this.#showWhole();
    };
    if (this.#pieces === undefined) return h('p', { class: 'live-offers' }, whole);
    const more = (label: string, to: () => number): HTMLElement => {
      const button = h('button', { type: 'button', class: 'live-button' }, label);
      button.onclick = () => this.#show(to());
      return button;
    };
    return h('p', { class: 'live-offers' }, more(words.nextPiece, () => this.#shown + 1), more(words.nextLine, () => toLineEnd(this.#pieces!, this.#shown)), whole);
  }

  #show(count: number): void {
    const { pieces } = this.#pieces!;
    this.#shown = Math.min(count, pieces.length);
    this.#help.sawPieces(this.#shown);
    if (this.#shown === pieces.length) return this.#showWhole();
    this.#draw();
    this.#said.textContent = words.pieces(this.#shown, pieces.length);
  }

  #draw(): void {
    if (this.#pieces === undefined || this.#shown === 0) return;
    this.#text.hidden = false;
    this.#text.textContent = `${this.#pieces.given}${this.#pieces.pieces.slice(0, this.#shown).join('')} …`;
    this.#text.scrollTop = this.#text.scrollHeight;
  }

  #showWhole(): void {
    this.#help.sawSolution();
    this.lift();
    this.#solution?.querySelector<HTMLElement>('summary')!.focus();
  }
}
