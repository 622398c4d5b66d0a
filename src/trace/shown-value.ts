import type { Event, ResourceId, Trace } from './types.ts';
import { clean } from './clean.ts';

const signals = new WeakMap<Trace, ReadonlySet<ResourceId>>();

/**
 * Channels over which nothing but `undefined` goes: `chan<void>`, Go's `chan struct{}`. What is said there is that something happened; to show a value would
 * say more. Where others carry values, `undefined` is one of them: no error, say.
 */
function signalsOf(trace: Trace): ReadonlySet<ResourceId> {
  let found = signals.get(trace);
  if (found === undefined) {
    const said = new Map<ResourceId, boolean>();
    for (const { resource, value } of trace.events) if (resource !== undefined && value !== undefined) said.set(resource, (said.get(resource) ?? true) && value === 'undefined');
    found = new Set(trace.resources.filter(({ id, kind }) => kind === 'channel' && said.get(id) === true).map(({ id }) => id));
    signals.set(trace, found);
  }
  return found;
}

/** Whether `resource` carries signals without a value. */
export const isSignal = (trace: Trace, resource: ResourceId | undefined): boolean => resource !== undefined && signalsOf(trace).has(resource);

/** The value of `event` as it is shown, safe to print. */
export function shownValue(event: Event, trace: Trace): string | undefined {
  return event.value === undefined || isSignal(trace, event.resource) ? undefined : clean(event.value);
}
