import type { Trace } from './types.ts';

export type Relation = 'before' | 'after' | 'concurrent';

/**
 * Returns the order that the program itself guarantees: `order(a, b)` says whether step `a` happens before step `b`,
 * after it, or neither.
 *
 * One step happens before another if they are of the same task and it came first, if it is a cause of the other, or by
 * a chain of these. All else is the scheduler's choice and could have gone the other way. `order(a, a)` is 'concurrent':
 * a step is not before itself.
 *
 * Each event gets a vector clock (Fidge and Mattern, 1988): for every task, how many of its events came before.
 */
export function happensBefore(trace: Trace): (a: number, b: number) => Relation {
  const clocks: (readonly number[])[] = [];
  const last = new Map<number, readonly number[]>();
  const indexes = new Map(trace.tasks.map((task, index) => [task.id, index]));
  const indexOf = (task: number): number => indexes.get(task) ?? indexes.set(task, indexes.size).get(task)!;

  for (const event of trace.events) {
    const clock = [...(last.get(event.task) ?? [])];
    for (const cause of event.causes) join(clock, clocks[cause.step - 1]);
    const own = indexOf(event.task);
    clock[own] = (clock[own] ?? 0) + 1;
    clocks.push(clock);
    last.set(event.task, clock);
  }

  const isBefore = (a: number, b: number): boolean => {
    const from = clocks[a - 1];
    const to = clocks[b - 1];
    const event = trace.events[a - 1];
    if (!from || !to || !event || a === b) return false;
    const own = indexOf(event.task);
    return (to[own] ?? 0) >= (from[own] ?? 0);
  };
  return (a, b) => (isBefore(a, b) ? 'before' : isBefore(b, a) ? 'after' : 'concurrent');
}

function join(into: number[], from: readonly number[] = []): void {
  from.forEach((count, task) => {
    into[task] = Math.max(into[task] ?? 0, count ?? 0);
  });
}

/** The relation of every other step to `step`, by step number: what a figure marks when a step is selected. */
export function relations(trace: Trace, step: number): ReadonlyMap<number, Relation> {
  const order = happensBefore(trace);
  return new Map(trace.events.filter((e) => e.step !== step).map((e) => [e.step, order(e.step, step)]));
}
