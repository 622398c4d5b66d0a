import type { Event, TaskId, TaskState, Trace } from './types.ts';

/** What every born task is doing. A task that is not in the map has not been started. */
export type States = ReadonlyMap<TaskId, TaskState>;

/** The states after `step`; 0 is the moment before the first step, the number of events is the end of the run. */
export function stateAt(trace: Trace, step: number): States {
  const states = initial(trace);
  for (const event of trace.events.slice(0, Math.max(0, step))) apply(states, event);
  if (step >= trace.events.length) settle(states, trace);
  return states;
}

/** `stateAt` for every step at once: element 0 is before the first step. */
export function allStates(trace: Trace): readonly States[] {
  const states = initial(trace);
  const all: States[] = [new Map(states)];
  for (const event of trace.events) {
    apply(states, event);
    all.push(new Map(states));
  }
  settle(states, trace);
  all[trace.events.length] = states;
  return all;
}

/** Tasks without a parent are there from the start; the others come with the event that starts them. */
function initial(trace: Trace): Map<TaskId, TaskState> {
  const states = new Map<TaskId, TaskState>();
  for (const task of trace.tasks) if (task.parent === undefined) states.set(task.id, { kind: 'ready' });
  return states;
}

function apply(states: Map<TaskId, TaskState>, event: Event): void {
  states.set(event.task, { kind: event.verb === 'end' ? 'returned' : 'ready' });
  if (event.partner !== undefined && !states.has(event.partner)) states.set(event.partner, { kind: 'ready' });
  for (const change of event.changes) states.set(change.task, change.to);
}

/** At the end of a run, whoever waits without hope is stuck, whether or not an event said so. */
function settle(states: Map<TaskId, TaskState>, trace: Trace): void {
  const waiting = trace.end.kind === 'deadlock' ? [...trace.end.waiting, ...trace.leaks] : trace.leaks;
  for (const { task, reason, resource, heldBy, behind } of waiting) {
    states.set(task, {
      kind: 'stuck',
      reason,
      ...(resource !== undefined && { resource }),
      ...(heldBy !== undefined && { heldBy }),
      ...(behind && { behind }),
    });
  }
  if (trace.end.kind === 'panic' || trace.end.kind === 'error') {
    states.set(trace.end.task, { kind: 'failed', message: trace.end.message });
  }
}

const MAY_WAIT = /^(r?lock|acquire|receive|send|get|put|wait|join|select)$/i;

/**
 * Events are operations that are done, and what a task waits for is its next one. A trace may also record the moment at which
 * an operation is tried and has to wait: then nothing was taken and no value passed. This tells the two apart.
 */
export function isAttempt(event: Event, after: TaskState | undefined): boolean {
  if (after?.kind !== 'blocked' && after?.kind !== 'stuck') return false;
  // Waiting for oneself: the lock was taken by this very event, and is asked for again.
  if (after.heldBy === event.task || event.value !== undefined) return false;
  return MAY_WAIT.test(event.verb) && event.resource !== undefined && event.resource === after.resource;
}
