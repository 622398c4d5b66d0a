import type { Cause, Change, Event, Place, ResourceId, TaskId, TaskState } from '#trace';
import type { Pos } from './lowered.ts';

/** An event while the run goes on: later steps may still add races and state changes. */
export class EventDraft {
  value: string | undefined;
  flow: 'in' | 'out' | undefined;
  partner: TaskId | undefined;
  note: string | undefined;
  point = false;
  others: readonly TaskId[] = [];
  forced = false;
  isMemory = false;
  readonly causes: Cause[] = [];
  readonly changes: Change[] = [];
  readonly races = new Set<number>();
  readonly number: number;
  readonly task: TaskId;
  readonly time: number;
  readonly pos: Pos;
  readonly verb: string;
  readonly resource: number | undefined;

  constructor(number: number, task: TaskId, time: number, pos: Pos, verb: string, resource: number | undefined) {
    this.number = number;
    this.task = task;
    this.time = time;
    this.pos = pos;
    this.verb = verb;
    this.resource = resource;
  }
}

/**
 * The finished events, without reads and writes of memory that only one task ever used: nobody else can tell when they happened.
 * Their state changes move to the event before. `renumber` finds the new number of an old event. `shown`: resources that somebody knows
 * to be used by others later on.
 */
export function withoutPrivateMemory(drafts: readonly EventDraft[], place: (pos: Pos) => Place | undefined, shown: ReadonlySet<ResourceId> = new Set()): { events: Event[]; renumber: (old: number) => number } {
  const users = new Map<number, Set<TaskId>>();
  for (const draft of drafts) {
    if (!draft.isMemory || draft.resource === undefined) continue;
    users.set(draft.resource, (users.get(draft.resource) ?? new Set()).add(draft.task));
  }
  const isKept = (draft: EventDraft): boolean => !draft.isMemory || draft.races.size > 0 || shown.has(draft.resource ?? -1) || (users.get(draft.resource ?? -1)?.size ?? 0) > 1;
  const kept: EventDraft[] = [];
  const numbers = new Map<number, number>();
  const early: Change[] = [];
  for (const draft of drafts) {
    if (isKept(draft)) {
      kept.push(draft);
      if (early.length > 0) draft.changes.unshift(...early.splice(0));
    } else (kept.at(-1)?.changes ?? early).push(...draft.changes);
    numbers.set(draft.number, kept.length);
  }
  const renumber = (old: number): number => numbers.get(old) ?? old;
  return { events: kept.map((draft, index) => finished(draft, index + 1, renumber, place)), renumber };
}

function finished(draft: EventDraft, step: number, renumber: (old: number) => number, place: (pos: Pos) => Place | undefined): Event {
  const at = place(draft.pos);
  const causes = draft.causes.map((cause) => ({ ...cause, step: renumber(cause.step) })).filter((cause) => cause.step > 0 && cause.step < step);
  return {
    step,
    task: draft.task,
    time: draft.time,
    ...(at === undefined ? {} : { place: at }),
    verb: draft.verb,
    ...(draft.resource === undefined ? {} : { resource: draft.resource }),
    ...(draft.value === undefined ? {} : { value: draft.value }),
    ...(draft.flow === undefined ? {} : { flow: draft.flow }),
    ...(draft.partner === undefined ? {} : { partner: draft.partner }),
    ...(draft.note === undefined ? {} : { note: draft.note }),
    point: draft.point,
    causes,
    changes: draft.changes,
    races: [...draft.races].map(renumber).sort((a, b) => a - b),
    others: draft.others,
    forced: draft.forced,
  };
}

export function isSameState(a: TaskState, b: TaskState): boolean {
  if (a.kind !== b.kind) return false;
  const keys = Object.keys(a) as (keyof TaskState)[];
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
