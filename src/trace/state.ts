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
  for (const { task, reason, resource, heldBy } of waiting) {
    states.set(task, {
      kind: 'stuck',
      reason,
      ...(resource !== undefined && { resource }),
      ...(heldBy !== undefined && { heldBy }),
    });
  }
  if (trace.end.kind === 'panic' || trace.end.kind === 'error') {
    states.set(trace.end.task, { kind: 'failed', message: trace.end.message });
  }
}
