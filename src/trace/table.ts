import type { Event, Place, TaskId, TaskState, Trace } from './types.ts';
import { clean } from './clean.ts';
import { shownValue } from './shown-value.ts';
import { isAttempt } from './state.ts';
import { duration, findResource, list, listFew, taskName } from './lookup.ts';

/** One row of the table: the same words in the text form, the table and the figure. All fields are safe to print. */
export interface Row {
  readonly step: number;
  readonly task: string;
  readonly taskId: TaskId;
  /** The verb: "send". */
  readonly does: string;
  /** What it is done with: "jobs ← 7". */
  readonly with: string;
  /** What came of it: "worker gets 7", "waits, held by a". */
  readonly effect: string;
  /** "race with 4", "took default", "at 30 ms". */
  readonly note: string;
  readonly place?: Place;
  readonly raced: boolean;
}

/** The rows of the table, one per event. */
export function toRows(trace: Trace): readonly Row[] {
  return trace.events.map((event) => toRow(event, trace));
}

export function toRow(event: Event, trace: Trace): Row {
  return {
    step: event.step,
    task: taskName(trace, event.task),
    taskId: event.task,
    does: clean(event.verb),
    with: objectOf(event, trace),
    effect: effectOf(event, trace),
    note: noteOf(event, trace),
    raced: event.races.length > 0,
    ...(event.place && { place: event.place }),
  };
}

/** "counter → 0", "jobs ← 7", "worker", "hello". */
function objectOf(event: Event, trace: Trace): string {
  const resource = findResource(trace, event.resource);
  // What is printed has one place to go, so naming it would say nothing.
  const name = resource ? (resource.kind === 'output' ? '' : clean(resource.name)) : startedName(event, trace);
  const value = shownValue(event, trace);
  if (!name || value === undefined) return name || (value ?? '');
  const arrow = event.flow === 'in' ? '→' : event.flow === 'out' ? '←' : '=';
  return `${name} ${arrow} ${value}`;
}

function startedName(event: Event, trace: Trace): string {
  return event.resource === undefined && event.partner !== undefined ? taskName(trace, event.partner) : '';
}

function effectOf(event: Event, trace: Trace): string {
  const own = event.changes.findLast((c) => c.task === event.task)?.to;
  const parts = [own ? ownEffect(own, event, trace) : ''];

  const met = event.resource === undefined ? undefined : event.partner;
  if (met !== undefined && met !== event.task) {
    const other = taskName(trace, met);
    const gives = event.flow === 'out';
    parts.push(gives ? `${other} gets ${shownValue(event, trace) ?? 'it'}` : event.flow === 'in' ? `from ${other}` : `with ${other}`);
  }

  const started = event.resource === undefined ? event.partner : undefined;
  const woken = event.changes.filter((c) => c.task !== event.task && c.task !== started && c.to.kind === 'ready' && c.task !== met);
  if (woken.length > 0) parts.push(`wakes ${list(woken.map((c) => taskName(trace, c.task)))}`);
  return parts.filter(Boolean).join(', ');
}

function ownEffect(state: TaskState, event: Event, trace: Trace): string {
  switch (state.kind) {
    case 'ready':
    case 'returned':
      return '';
    case 'blocked':
    case 'stuck': {
      const holder = after(holderWords(state, trace));
      const phrase = isAttempt(event, state) ? 'waits' : `then ${waitPhrase(state.reason, state.resource, trace)}`;
      return (state.kind === 'stuck' ? phrase.replace('waits', 'waits for ever') : phrase) + holder;
    }
    case 'sleeping':
    case 'working':
      return `until ${duration(state.until)}`;
    case 'failed':
      return clean(state.message.split('\n', 1)[0] ?? '');
    default:
      return state satisfies never;
  }
}

function noteOf(event: Event, trace: Trace): string {
  const before = trace.events[event.step - 2]?.time ?? 0;
  // The kernel notes how long a sleep is; the effect or the clock has said it.
  const isTime = event.time !== before || event.changes.some((c) => c.task === event.task && 'until' in c.to);
  const parts = [
    event.note === undefined || (isTime && /^[\d.]+ ms$/.test(event.note)) ? '' : clean(event.note),
    event.races.length > 0 ? `race with ${listFew(event.races)}` : '',
    event.time === before ? '' : `at ${duration(event.time)}`,
  ];
  return parts.filter(Boolean).join(', ');
}

/** "waits to lock b", "waits for wg", and for reasons that have no verb of ours "waits: await". */
export function waitPhrase(reason: string, resource: number | undefined, trace: Trace): string {
  const words = waitWords(reason, resource, trace);
  if (words.startsWith('wait for')) return words.replace('wait', 'waits');
  return WAITS.some(([pattern, verb]) => verb && pattern.test(reason)) ? `waits to ${words}` : `waits: ${words}`;
}

/** "held by a", or "behind a" if a waits as well and comes first. */
export function holderWords({ heldBy, behind }: { readonly heldBy?: TaskId; readonly behind?: true }, trace: Trace, nameOf = taskName): string | undefined {
  return heldBy === undefined ? undefined : `${behind ? 'behind' : 'held by'} ${nameOf(trace, heldBy)}`;
}

const after = (words: string | undefined): string => (words === undefined ? '' : `, ${words}`);

/** "lock b", as far as the wait reason lets us say it; falls back on the reason's own words. */
export function waitWords(reason: string, resource: number | undefined, trace: Trace): string {
  const name = clean(findResource(trace, resource)?.name ?? '');
  const words = WAITS.find(([pattern]) => pattern.test(reason))?.[1] ?? '';
  if (words) return name && !/core$/.test(words) ? `${words} ${name}` : words.replace(/ (for|from|into)$/, '');
  return name ? `${clean(reason)} ${name}` : clean(reason);
}

// Order matters: the longer phrases of the vocabulary come first.
const WAITS: readonly (readonly [RegExp, string])[] = [
  [/nil chan/, ''],
  [/^chan receive/, 'receive'],
  [/^chan send/, 'send'],
  [/^select/, 'select'],
  [/RWMutex\.RLock/, 'read-lock'],
  [/\.Lock$/, 'lock'],
  [/\.acquire$/, 'acquire'],
  [/Queue\.get/, 'get from'],
  [/Queue\.put/, 'put into'],
  [/^(Condition|Event|Barrier)\.wait/, 'wait for'],
  [/^(futures\.wait|asCompleted|idle worker|GIL)/, 'wait for'],
  [/^Future\./, 'wait for'],
  [/^Queue\.join/, 'join'],
  [/^join/, 'join'],
  [/^core/, 'wait for a core'],
  [/^sleep/, 'sleep'],
  [/Wait$/, 'wait for'],
];
