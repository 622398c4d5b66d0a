import type { Event, TaskId, Trace, Waiting } from './types.ts';

/**
 * The steps that led to how a run ended, by number: the steps of the failure, and whatever came before them in the same task, caused
 * them, or touched the same thing. The others could be left out, or come at any other time, and the run would end the same way.
 *
 * What counts as the failure: who waits for ever; the step that panicked; the steps that race on the first thing that is raced on. A
 * run that ends well, without leaks and races, has printed or returned something: all of it leads there.
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
  // Whoever used what a task waits for in vain has part in it, though the task itself has not come to use it.
  for (const { task, resource } of waitingFor(trace)) {
    tasks.add(task);
    if (resource !== undefined) touched.set(resource, 'any');
  }
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

/**
 * The step at which a failing run should be opened: the last one to begin a wait in a deadlock, the end of main where that leaves
 * others waiting, the later of the first two steps that race, the one that panicked. Undefined if the run ends well, with nobody left waiting and no race.
 */
export function decisiveStep(trace: Trace): number | undefined {
  const { end, leaks, events } = trace;
  const found = (): number | undefined => {
    if (end.kind === 'deadlock') return closes(trace, end.cycle);
    if (end.kind !== 'ok') return lastOf(events, end.task);
    return leaks.length > 0 ? lastOf(events, 0) : firstRace(events)?.step;
  };
  return found() || undefined;
}

/**
 * The steps that have no part in a failure: of each task those after its last step that led to it or follows from it. None in a run
 * that ends well. What follows from a race is left in, because that is what a reader sees of it: the wrong value that is written and printed.
 */
export function stepsAside(trace: Trace): ReadonlySet<number> {
  const failing = failingSteps(trace);
  if (failing.length === 0) return new Set();
  const decisive = decisiveSteps(trace);
  // After a deadlock, a panic or the end of main nothing more comes of it; a race goes on to do its damage.
  const goesOn = trace.end.kind === 'ok' && trace.leaks.length === 0;
  const damage = goesOn ? following(trace.events, new Set(failing)) : new Set<number>();
  const aside = new Set<number>();
  const involved = new Set<TaskId>();
  for (const event of trace.events.toReversed()) {
    // A leak is a leak because main has returned.
    const isReturn = trace.leaks.length > 0 && event.task === 0 && event.verb === 'end';
    if (isReturn || decisive.has(event.step) || damage.has(event.step)) involved.add(event.task);
    if (!involved.has(event.task)) aside.add(event.step);
  }
  return aside;
}

/** `steps`, and all that happens after one of them. */
function following(events: readonly Event[], steps: ReadonlySet<number>): ReadonlySet<number> {
  const found = new Set<number>();
  const tasks = new Set<TaskId>();
  for (const { step, task, causes } of events) {
    if (!steps.has(step) && !tasks.has(task) && !causes.some((cause) => found.has(cause.step))) continue;
    found.add(step);
    tasks.add(task);
  }
  return found;
}

function failingSteps(trace: Trace): readonly number[] {
  const { end, events } = trace;
  const waiting = waitingFor(trace);
  if (waiting.length > 0)
    return waiting.flatMap(({ task, since }) => [since, lastOf(events, task), waitsFrom(trace, task)]).filter((step) => step > 0);
  if (end.kind !== 'ok' && end.kind !== 'deadlock') return [lastOf(events, end.task)].filter((step) => step > 0);
  const first = firstRace(events);
  return first === undefined
    ? []
    : events.filter((event) => event.races.length > 0 && event.resource === first.resource).map(({ step }) => step);
}

/** Who waits in vain, if that is how the run failed. */
const waitingFor = ({ end, leaks }: Trace): readonly Waiting[] => (end.kind === 'deadlock' ? end.waiting : end.kind === 'ok' ? leaks : []);

const firstRace = (events: readonly Event[]): Event | undefined => events.find((event) => event.races.some((step) => step < event.step));

const lastOf = (events: readonly Event[], task: TaskId): number => events.findLast((event) => event.task === task)?.step ?? 0;

/** The step with which the last of `cycle`, or of all who wait for ever, began to wait. */
function closes(trace: Trace, cycle: readonly TaskId[]): number {
  const those = waitingFor(trace).filter(({ task }) => cycle.length === 0 || cycle.includes(task));
  return Math.max(0, ...those.map(({ task, since }) => waitsFrom(trace, task) || since || lastOf(trace.events, task)));
}

/** The step that made `task` wait for the last time; 0 if none says so. That all is lost is noted at the end of a run, and is another matter. */
function waitsFrom({ events }: Trace, task: TaskId): number {
  return events.findLast((event) => event.changes.some((change) => change.task === task && change.to.kind === 'blocked'))?.step ?? 0;
}
