import { allStates, findResource, isAttempt, type Event, type Resource, type TaskState, type Trace } from '#trace';

/** How full a buffered channel or queue is after each step that concerns it. */
export interface Occupancy {
  readonly resource: Resource;
  readonly levels: readonly { readonly step: number; readonly filled: number }[];
  readonly closed: number | undefined;
}

const GIVES = /^(send|put)/i;
const TAKES = /^(receive|get|next|select)/i;

/**
 * Replays the sends and receives of each channel that has slots. A value that goes straight to a waiting task never
 * takes a slot; a receive that lets a waiting sender in empties a slot and fills it again.
 */
export function occupancies(trace: Trace): readonly Occupancy[] {
  const states = allStates(trace);
  return trace.resources
    .filter((r) => (r.kind === 'channel' || r.kind === 'queue') && (r.capacity ?? 0) > 0)
    .map((resource) => {
      let filled = 0;
      let closed: number | undefined;
      const levels: { step: number; filled: number }[] = [];
      for (const event of trace.events) {
        if (event.resource !== resource.id) continue;
        if (event.verb === 'close') closed ??= event.step;
        const change = changeOf(event, trace, states[event.step]?.get(event.task), states[event.step - 1]);
        filled = Math.min(resource.capacity ?? 0, Math.max(0, filled + change));
        levels.push({ step: event.step, filled });
      }
      return { resource, levels, closed };
    })
    .filter((o) => o.levels.length > 0);
}

function changeOf(
  event: Event,
  trace: Trace,
  after: TaskState | undefined,
  before: ReturnType<typeof allStates>[number] | undefined,
): number {
  const waits = after?.kind === 'failed' || isAttempt(event, after);
  const gives = GIVES.test(event.verb) || (event.verb === 'select' && event.flow === 'out');
  const takes = TAKES.test(event.verb) && event.flow === 'in';
  if (waits || (!gives && !takes)) return 0;
  // Hand to hand, or the later half of a meeting that was counted when it happened.
  if (event.partner !== undefined) return 0;
  const met = event.causes.some(
    ({ step }) => trace.events[step - 1]?.resource === event.resource && trace.events[step - 1]?.partner === event.task,
  );
  if (met) return 0;
  const served = event.changes.some((c) => {
    const was = before?.get(c.task);
    if (c.task === event.task || c.to.kind !== 'ready' || was?.kind !== 'blocked') return false;
    // Woken in the same step, by what this task began to wait for after it.
    if (was.resource !== undefined && was.resource !== event.resource) return false;
    const next = trace.events.find((e) => e.step > event.step && e.task === c.task);
    // A woken task that asks again has not been served.
    return !(next && next.resource === event.resource && (gives ? TAKES : GIVES).test(next.verb));
  });
  return served ? 0 : gives ? 1 : -1;
}

/** True if the value of this send went into a slot rather than into another task's hands. */
export function isStored(event: Event | undefined, trace: Trace): boolean {
  const resource = findResource(trace, event?.resource);
  return (
    event !== undefined &&
    event.partner === undefined &&
    (resource?.capacity ?? 0) > 0 &&
    (resource?.kind === 'channel' || resource?.kind === 'queue')
  );
}
