import { program } from '#words';
import { engineLang } from './engine-lang.ts';
import { h, part } from './dom.ts';
import type { Remark } from './remarks.ts';

/** The output and the remarks of one run. */
export class Report {
  readonly #result: HTMLElement;
  readonly #output: HTMLElement;
  readonly #remarks: HTMLElement;
  readonly #onLine: (line: number) => void;

  constructor(root: HTMLElement, onLine: (line: number) => void) {
    this.#result = part(root, 'result')!;
    this.#output = part(root, 'output')!;
    this.#remarks = part(root, 'remarks')!;
    this.#onLine = onLine;
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

  #draw({ kind, say, text, lines }: Remark): HTMLElement {
    const links = [...new Set(lines)].map((line) => {
      const link = h('button', { type: 'button', class: 'live-line' }, program.outcome.line(line));
      link.addEventListener('click', () => this.#onLine(line));
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
