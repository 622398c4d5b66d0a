import type { Mode, Trace } from '#trace';
import type { Code } from './code.ts';
import { copyLink } from './copy-link.ts';
import { part } from './dom.ts';
import type { SharedRun } from '#progress';
import { isSame } from './version.ts';

/** What a link can be made of: an order, and where it belongs. */
export type Order = Pick<SharedRun, 'schedule' | 'scene'> & { readonly mode?: Mode | undefined };

/** Links out of a live element. Each order on show is of a certain text, and only that text goes along with it. */
export class Sharing {
  readonly #root: HTMLElement;
  readonly #code: Code;
  readonly #say: (text: string) => void;
  #shown: { readonly trace: Trace; readonly text: string } | undefined;
  #explored: string;

  constructor(root: HTMLElement, code: Code, say: (text: string) => void) {
    this.#root = root;
    this.#code = code;
    this.#say = say;
    this.#explored = code.starter;
  }

  /** This run is on show now; `undefined`: none is. */
  shows(trace: Trace | undefined): void {
    this.#shown = trace && { trace, text: this.#code.text };
    this.offer();
  }

  /** The table of orders is about the text as it stands. */
  explored(): void {
    this.#explored = this.#code.text;
  }

  /** The run on show can be sent while the text that it is of stands above it. */
  offer(): void {
    const copy = part(this.#root, 'bar')!.querySelector<HTMLElement>('[data-do=copy]');
    if (copy) copy.hidden = this.#shown === undefined || this.#shown.text !== this.#code.text;
  }

  /** Copies a link to the order that `button` stands beside: its row's, or that of the run on show. */
  async copy(button: HTMLElement, mode: Mode | undefined): Promise<void> {
    const { schedule } = button.dataset;
    if (schedule !== undefined) await this.copyOf(this.#explored, { schedule, mode }, button);
    else if (this.#shown) await this.copyOf(this.#shown.text, this.#shown.trace, button);
  }

  copyOf(text: string, { schedule, scene, mode = 'preemptive' }: Order, button: HTMLElement): Promise<void> {
    const { starter, own } = this.#code;
    const run: SharedRun = {
      at: this.#root.id,
      mode,
      ...(isSame(text, starter) ? { of: own.keep.slice(own.keep.lastIndexOf(':') + 1) } : { code: text }),
      ...(schedule !== undefined && { schedule }),
      ...(scene !== undefined && { scene }),
    };
    return copyLink(run, button, this.#say);
  }
}
