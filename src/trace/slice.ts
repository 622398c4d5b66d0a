import type { Event, Trace } from './types.ts';

/**
 * The steps that led to how a run ended, by number: the steps of the failure, and whatever came before them in the same task, caused
 * them, or touched the same thing. The others could be left out, or come at any other time, and the run would end the same way.
 *
 * What counts as the failure: who waits for ever; the step that panicked; two steps that race. A run that ends well, without
 * leaks and races, has printed or returned something: all of it leads there.
 *
 * This is a backward slice over the dependence of steps (Weiser, 1981), of the run and not of the text.
 */
export function decisiveSteps(trace: Trace): ReadonlySet<number> {
  const wanted = new Set(failingSteps(trace));
  if (wanted.size === 0) return new Set(trace.events.map(({ step }) => step));
  const kept = new Set<number>();
  /** Of the steps kept so far, all later: which tasks they are of, and what they do to which resource. */
  const tasks = new Set<number>();
  const touched = new Map<number, 'read' | 'any'>();
  for (let i = trace.events.length - 1; i >= 0; i--) {
    const event = trace.events[i] as Event;
    const { step, task, resource, partner } = event;
    const meets = resource !== undefined && touched.has(resource) && !(event.verb === 'read' && touched.get(resource) === 'read');
    if (!wanted.has(step) && !tasks.has(task) && !meets) continue;
    kept.add(step);
    tasks.add(task);
    if (partner !== undefined && event.verb !== 'go' && event.verb !== 'start') tasks.add(partner);
    if (resource !== undefined) touched.set(resource, event.verb === 'read' && touched.get(resource) !== 'any' ? 'read' : 'any');
    for (const cause of event.causes) wanted.add(cause.step);
  }
  return kept;
}

function failingSteps({ end, leaks, events }: Trace): number[] {
  if (end.kind === 'deadlock') return end.waiting.flatMap(({ task, since }) => [since, lastOf(events, task)]);
  if (end.kind !== 'ok') return [lastOf(events, end.task)];
  if (leaks.length > 0) return leaks.flatMap(({ task, since }) => [since, lastOf(events, task)]);
  const races = events.filter((event) => event.races.length > 0);
  const second = races.find((event) => event.races.some((step) => step < event.step));
  return second === undefined ? [] : [second.step, ...second.races.filter((step) => step < second.step)];
}

const lastOf = (events: readonly Event[], task: number): number => events.findLast((event) => event.task === task)?.step ?? 0;
