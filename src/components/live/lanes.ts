import type { Trace } from '#trace';
import { part } from './dom.ts';

/** The lanes under a program: a still picture until somebody wants to step, then the real thing. */
export class Lanes {
  readonly #element: HTMLElement;
  readonly #onLine: (line: number | undefined) => void;
  #trace: Trace | undefined;
  #mounted: { goTo(step: number): void } | undefined;

  constructor(root: HTMLElement, onLine: (line: number | undefined) => void) {
    this.#element = part(root, 'lanes')!;
    this.#onLine = onLine;
  }

  get trace(): Trace | undefined {
    return this.#trace;
  }

  /** Draws `trace`, at `step` if it is given. */
  async draw(trace: Trace, step?: number): Promise<void> {
    const { mountTimeline } = await import('#timeline');
    this.#trace = trace;
    this.#mounted = mountTimeline(this.#element, trace, { onLine: this.#onLine, ...(step === undefined ? {} : { at: step }) });
  }

  goTo(step: number): void {
    this.#mounted?.goTo(step);
  }

  clear(): void {
    this.#element.replaceChildren();
    this.#trace = undefined;
    this.#mounted = undefined;
  }
}
