import type { TaskId, Trace } from '#trace';
import type { Other, TimelineHandle } from '#timeline';
import { program } from '#words';
import type { Spot } from './code.ts';
import { h, part } from './dom.ts';
import { instead } from './instead.ts';

export interface LanesEvents {
  readonly onLine: (spot: Spot | undefined) => void;
  readonly onSource: (spot: Spot) => void;
  /** The reader took the scheduler's place: run in the order that `schedule` begins with. */
  readonly onChoose?: (schedule: string, step: number) => void;
  /** The reader wants to see another order beside a failing one. */
  readonly onCompare?: (trace: Trace) => void;
}

/** The lanes under a program: a still picture until somebody wants to step, then the real thing. */
export class Lanes {
  readonly #element: HTMLElement;
  readonly #events: LanesEvents;
  readonly #name: string | undefined;
  #trace: Trace | undefined;
  #mounted: TimelineHandle | undefined;

  constructor(root: HTMLElement, events: LanesEvents) {
    this.#element = part(root, 'lanes')!;
    this.#events = events;
    this.#name = root.dataset.name;
  }

  get trace(): Trace | undefined {
    return this.#trace;
  }

  /** Draws `trace`, at `step` if it is given, and offers to compare it with `before`. */
  async draw(trace: Trace, step?: number, before?: Other): Promise<void> {
    const { mountTimeline } = await import('#timeline');
    this.#trace = trace;
    this.#element.hidden = false;
    delete this.#element.dataset.stale;
    if (this.#mounted) return this.#mounted.update(trace, step, before);
    if (!this.#element.querySelector('.hb-lanes')) this.#element.append(h('figure', { class: 'hb-lanes' }));
    const { onLine, onSource, onChoose, onCompare } = this.#events;
    this.#mounted = mountTimeline(this.#element, trace, {
      onLine: (line, _, file) => onLine(line === undefined ? undefined : { line, file }),
      onSource: (line, _, file) => onSource({ line, file }),
      ...(onChoose && { onChoose: (at: number, task: TaskId) => this.#trace && onChoose(instead(this.#trace, at, task), at) }),
      ...(onCompare && { onCompare: () => this.#trace && onCompare(this.#trace) }),
      ...(this.#name !== undefined && { name: this.#name }),
      at: step,
    });
  }

  /** Draws another order beside the one on show. */
  compare(other: Other): void {
    this.#mounted?.compare(other);
  }

  /** Lights the steps that ran a line of the code, as long as the lanes are of that code. */
  lightLine(spot: Spot | undefined): void {
    const lit = this.#element.dataset.stale === undefined ? spot : undefined;
    this.#mounted?.lightLine(lit?.line, lit?.file);
  }

  goTo(step: number): void {
    this.#mounted?.goTo(step);
  }

  /** Brings the picture onto the screen, and the keyboard to it. */
  goThere(): void {
    const panel = this.#element.querySelector<HTMLElement>('[role=tabpanel]:not([hidden])');
    panel?.focus({ preventScroll: true });
    this.#element.scrollIntoView({ block: 'nearest' });
  }

  showCaption(isShown: boolean): void {
    const caption = this.#element.querySelector('figcaption');
    if (caption) caption.hidden = !isShown;
  }

  /** What is drawn belongs to another program than the one that stands above it. */
  outdate(): void {
    this.#element.dataset.stale = program.outcome.earlier;
  }

  get isHidden(): boolean {
    return this.#element.hasAttribute('hidden');
  }

  hide(): void {
    this.#element.hidden = true;
  }
}
