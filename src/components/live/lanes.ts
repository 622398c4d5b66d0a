import { formatSchedule, parseSchedule, taskName, type TaskId, type Trace } from '#trace';
import type { TimelineHandle } from '#timeline';
import { h, part } from './dom.ts';

export interface LanesEvents {
  readonly onLine: (line: number | undefined) => void;
  readonly onSource: (line: number) => void;
  /** The reader took the scheduler's place: run in the order that `schedule` begins with. */
  readonly onChoose?: (schedule: string) => void;
}

/** The lanes under a program: a still picture until somebody wants to step, then the real thing. */
export class Lanes {
  readonly #element: HTMLElement;
  readonly #events: LanesEvents;
  #trace: Trace | undefined;
  #mounted: TimelineHandle | undefined;

  constructor(root: HTMLElement, events: LanesEvents) {
    this.#element = part(root, 'lanes')!;
    this.#events = events;
  }

  get trace(): Trace | undefined {
    return this.#trace;
  }

  /** Draws `trace`, at `step` if it is given. */
  async draw(trace: Trace, step?: number): Promise<void> {
    const { mountTimeline } = await import('#timeline');
    this.#trace = trace;
    this.#element.hidden = false;
    delete this.#element.dataset.stale;
    if (this.#mounted) return this.#mounted.update(trace, step);
    if (!this.#element.querySelector('.hb-lanes')) this.#element.append(h('figure', { class: 'hb-lanes' }));
    const { onLine, onSource, onChoose } = this.#events;
    this.#mounted = mountTimeline(this.#element, trace, {
      onLine,
      onSource,
      ...(onChoose && { onChoose: (at: number, task: TaskId) => this.#trace && onChoose(instead(this.#trace, at, task)) }),
      at: step,
    });
  }

  goTo(step: number): void {
    this.#mounted?.goTo(step);
  }

  /** What is drawn belongs to another program than the one that stands above it. */
  outdate(): void {
    this.#element.dataset.stale = '';
  }

  hide(): void {
    this.#element.hidden = true;
  }
}

/**
 * The schedule of `trace` up to `step`, where `task` goes instead; the rest is left to the default order.
 *
 * A trace's own schedule ends where the default order would have done the same, so the choices after it are read from the events.
 */
export function instead(trace: Trace, step: number, task: TaskId): string {
  const written = parseSchedule(trace.schedule).flatMap((word) => Array.from({ length: word.count }, () => ({ ...word, count: 1 })));
  const chosen = trace.events.filter((event) => event.point && event.step < step).map((event, index) => written[index] ?? { task: taskName(trace, event.task) });
  return formatSchedule([...chosen, { task: taskName(trace, task) }]);
}

/** The step that the last word of `schedule` led to. */
export function stepAfter(trace: Trace, schedule: string): number | undefined {
  const choices = parseSchedule(schedule).reduce((sum, word) => sum + word.count, 0);
  return trace.events.filter((event) => event.point)[choices - 1]?.step;
}
