import { formatSchedule, parseSchedule, taskName, type TaskId, type Trace } from '#trace';
import type { TimelineHandle } from '#timeline';
import { h, part } from './dom.ts';

export interface LanesEvents {
  readonly onLine: (line: number | undefined) => void;
  readonly onSource: (line: number) => void;
  /** The reader took the scheduler's place: run in the order that `schedule` begins with. */
  readonly onChoose?: (schedule: string, step: number) => void;
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
      ...(onChoose && { onChoose: (at: number, task: TaskId) => this.#trace && onChoose(instead(this.#trace, at, task), at) }),
      at: step,
    });
  }

  goTo(step: number): void {
    this.#mounted?.goTo(step);
  }

  showCaption(isShown: boolean): void {
    const caption = this.#element.querySelector('figcaption');
    if (caption) caption.hidden = !isShown;
  }

  /** What is drawn belongs to another program than the one that stands above it. */
  outdate(): void {
    this.#element.dataset.stale = '';
  }

  get isHidden(): boolean {
    return this.#element.hasAttribute('hidden');
  }

  hide(): void {
    this.#element.hidden = true;
  }
}

/**
 * The schedule of `trace` up to `step`, where `task` goes instead; the rest is left to the default order.
 *
 * A trace's own schedule ends where the default order would have done the same, so the choices are read from the events. A
 * task whose first event is not its start has been chosen once before that event, to come as far. Which case of a select was
 * taken stands in the schedule only.
 */
export function instead(trace: Trace, step: number, task: TaskId): string {
  const alternatives = new Map<string, (number | undefined)[]>();
  for (const word of parseSchedule(trace.schedule)) {
    const known = alternatives.get(word.task) ?? [];
    alternatives.set(word.task, [...known, ...Array.from({ length: word.count }, () => word.alternative)]);
  }
  const started = new Set<TaskId>();
  const chosen = trace.events.flatMap((event) => {
    const isFirst = !started.has(event.task);
    started.add(event.task);
    if (!event.point || event.step >= step) return [];
    const name = taskName(trace, event.task);
    return Array.from({ length: isFirst && event.verb !== 'start' ? 2 : 1 }, () => ({
      task: name,
      alternative: alternatives.get(name)?.shift(),
    }));
  });
  return formatSchedule([...chosen, { task: taskName(trace, task) }]);
}
