import { program } from '#words';
import type { Code, Spot } from './code.ts';
import { engineLang } from './engine-lang.ts';
import { h, part } from './dom.ts';
import type { Remark } from './remarks.ts';

/** The output and the remarks of one run. */
export class Report {
  readonly #result: HTMLElement;
  readonly #output: HTMLElement;
  readonly #remarks: HTMLElement;
  readonly #code: Pick<Code, 'reveal' | 'has'>;

  constructor(root: HTMLElement, code: Pick<Code, 'reveal' | 'has'>) {
    this.#result = part(root, 'result')!;
    this.#output = part(root, 'output')!;
    this.#remarks = part(root, 'remarks')!;
    this.#code = code;
  }

  begin(): void {
    this.#result.hidden = false;
    this.#result.dataset.stale = '';
    this.#remarks.replaceChildren();
  }

  /** Lines as they come. The first of a run drop those of the run before. */
  print(lines: readonly string[]): void {
    if (this.#result.dataset.stale !== undefined) this.output([]);
    delete this.#result.dataset.stale;
    this.output([...(this.#output.classList.contains('is-empty') ? [] : [this.#output.textContent]), ...lines]);
  }

  output(lines: readonly string[]): void {
    delete this.#result.dataset.stale;
    this.#output.textContent = lines.join('\n') || program.outcome.nothing;
    this.#output.classList.toggle('is-empty', lines.length === 0);
  }

  /** The run printed nothing that could be shown: keep the old output out of sight. */
  noOutput(): void {
    this.output([]);
  }

  remarks(remarks: readonly Remark[]): void {
    this.#remarks.replaceChildren(...remarks.map((remark) => this.#draw(remark)));
  }

  /** What can be done now, as buttons below the remarks. */
  offer(...buttons: readonly HTMLElement[]): void {
    this.#remarks.append(h('p', { class: 'live-offers' }, ...buttons));
  }

  hide(): void {
    this.#result.hidden = true;
  }

  unhide(): void {
    this.#result.hidden = false;
  }

  #draw({ kind, say, text, lines, elsewhere = [] }: Remark): HTMLElement {
    const spots: readonly Spot[] = [...[...new Set(lines)].map((line) => ({ line })), ...elsewhere];
    const links = spots.map((spot) => {
      const { line, file } = spot;
      const words = file === undefined ? program.outcome.line(line) : program.files.line(file, line);
      // The check of an exercise, for one, is not there to be looked at.
      if (!this.#code.has(file)) return `(${words})`;
      const link = h('button', { type: 'button', class: 'live-line' }, words);
      link.addEventListener('click', () => this.#code.reveal(spot));
      return link;
    });
    return h(
      'div',
      { class: 'live-remark', 'data-kind': kind },
      h('p', { lang: engineLang }, say, ...links.flatMap((link) => [' ', link])),
      text !== undefined && text !== '' && h('pre', {}, text),
    );
  }
}
