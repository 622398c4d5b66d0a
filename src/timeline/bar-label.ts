import { clean, findResource, resourceName, shorten, shownValue, taskName, type Event, type ResourceKind, type Trace } from '#trace';

/**
 * The operation in as few characters as keep it clear. A bar has little room, so the resource is named only where the
 * value does not stand for it: there is no value, or several resources of that sort are in use.
 */
export function barLabels(trace: Trace): (event: Event) => string {
  const used = new Map<string, Set<number>>();
  for (const event of trace.events) {
    const family = familyOf(trace, event);
    if (family === undefined || event.resource === undefined) continue;
    used.set(family, (used.get(family) ?? new Set()).add(event.resource));
  }
  return (event) => {
    const several = (used.get(familyOf(trace, event) ?? '')?.size ?? 0) > 1;
    const value = shorten(shownValue(event, trace) ?? '', 10);
    return [shorten(clean(event.verb), 12), nameFor(event, trace, several), value].filter(Boolean).join(' ');
  };
}

function nameFor(event: Event, trace: Trace, several: boolean): string {
  // A select that no case was ready for has neither resource nor value.
  if (event.resource === undefined && /default/.test(event.note ?? '')) return 'default';
  if (event.resource === undefined) return event.partner === undefined ? '' : shorten(taskName(trace, event.partner), 12);
  const kind = findResource(trace, event.resource)?.kind;
  if (kind === 'output' || (shownValue(event, trace) !== undefined && !several)) return '';
  return shorten(resourceName(trace, event.resource), 12);
}

function familyOf(trace: Trace, event: Event): string | undefined {
  const kind = findResource(trace, event.resource)?.kind;
  return kind && FAMILIES[kind];
}

const FAMILIES: Readonly<Partial<Record<ResourceKind, string>>> = {
  variable: 'memory',
  object: 'memory',
  atomic: 'memory',
  channel: 'channel',
  queue: 'channel',
  promise: 'promise',
  semaphore: 'semaphore',
};
