import { clean, decisiveStep, endsWell, formatSchedule, parseSchedule, shorten, taskName, type TaskId, type Trace } from '#trace';
import { program } from '#words';

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

const { outcome: words } = program;

/** A run that is not over soon is not worth the wait for a picture. */
const MOST_TRIED = 24;

/**
 * Another order that ends well, or, if `trace` does so itself, one that prints something else, with as long a start in common
 * as can be had: the last choice is made otherwise first. `run` runs a schedule; undefined means that it could not.
 *
 * `known` are schedules of which somebody knows that they end otherwise; they are tried when all choices have been.
 */
export async function otherOrder(
  trace: Trace,
  run: (schedule: string) => Promise<Trace | undefined>,
  known: readonly string[] = [],
): Promise<Trace | undefined> {
  const wellItself = endsWell(trace);
  const isOther = (other: Trace): boolean =>
    wellItself ? endsWell(other) && other.output.join('\n') !== trace.output.join('\n') : endsWell(other);
  const last = decisiveStep(trace) ?? trace.events.length;
  const changed = trace.events
    .filter((event) => event.step <= last)
    .toReversed()
    .flatMap((event) => event.others.map((task) => instead(trace, event.step, task)));
  for (const schedule of [...changed.slice(0, MOST_TRIED), ...known.slice(0, MOST_TRIED)]) {
    const other = await run(schedule);
    if (other && isOther(other)) return other;
  }
  return undefined;
}

/** What sets `other` apart from `trace`. */
export const otherLabel = (trace: Trace, other: Trace): string =>
  endsWell(trace) ? words.otherThatPrints(shorten(other.output.map(clean).join(', '), 40) || words.nothing) : words.otherThatEndsWell;
