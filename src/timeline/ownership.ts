import { allStates, findResource, isAttempt, type Event, type ResourceId, type TaskId, type Trace } from '#trace';

/** `task` holds `resource` from the step in which it got it to the step in which it let go. */
export interface Holding {
  readonly resource: ResourceId;
  readonly task: TaskId;
  readonly from: number;
  /** True: it got the lock while `from` was another task's step, by hand-over; the holding starts when that step ends. */
  readonly handed: boolean;
  /** Undefined: never let go. */
  readonly to: number | undefined;
  /** A read lock, which several may hold. */
  readonly shared: boolean;
}

const LOCKS: ReadonlySet<string> = new Set(['mutex', 'rwmutex', 'lock']);
const TAKES = /^(r?lock|acquire|trylock|with)$/i;
const GIVES = /^(r?unlock|release)$/i;

const isRefused = (event: Event): boolean => event.value === 'false' || /failed|timed out/.test(event.note ?? '');

/**
 * Who held which lock and when, read from the events alone. A task that was blocked on a lock and is made ready by its
 * release has been given the lock, unless its own next step asks for it again.
 */
export function holdings(trace: Trace): readonly Holding[] {
  const states = allStates(trace);
  const open: { -readonly [K in keyof Holding]: Holding[K] }[] = [];
  const all: typeof open = [];
  const take = (resource: number, task: number, from: number, handed: boolean, shared: boolean): void => {
    const holding = { resource, task, from, handed, to: undefined, shared };
    open.push(holding);
    all.push(holding);
  };

  for (const event of trace.events) {
    const { resource, task, step } = event;
    if (resource === undefined || !LOCKS.has(findResource(trace, resource)?.kind ?? '')) continue;
    const after = states[step]?.get(task);
    if (TAKES.test(event.verb) && after?.kind !== 'failed' && !isAttempt(event, after) && !isRefused(event)) {
      take(resource, task, step, false, /^r/i.test(event.verb) && event.verb !== 'release');
    }
    if (!GIVES.test(event.verb)) continue;
    const own = open.findIndex((h) => h.resource === resource && h.task === task);
    // Python's Lock and Go's Mutex may be released by anybody: then somebody else's holding is over.
    const index = own >= 0 ? own : open.findIndex((h) => h.resource === resource && h.shared === /^runlock$/i.test(event.verb));
    if (index >= 0) open.splice(index, 1)[0]!.to = step;
    for (const { task: heir, to } of event.changes) {
      const was = states[step - 1]?.get(heir);
      if (heir === task || to.kind !== 'ready' || was?.kind !== 'blocked' || was.resource !== resource) continue;
      const next = trace.events.find((e) => e.step > step && e.task === heir);
      if (next && next.resource === resource && TAKES.test(next.verb)) continue;
      take(resource, heir, step, true, /RLock/i.test(was.reason));
    }
  }
  return all;
}
