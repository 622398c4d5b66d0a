import { allStates, type Cause, type Event, type TaskId, type Trace } from '#trace';
import { isStored } from './occupancy.ts';

/**
 * One arrow, before it has a place.
 * `drop`: the step itself changes the other task's state, so the arrow falls straight from the bar onto that lane.
 * `curve`: the effect shows only at a later step of the other task.
 * `through`: the value lies in a channel's slot in between.
 */
export interface Link {
  readonly route: 'drop' | 'curve' | 'through';
  readonly kind: Cause['kind'];
  readonly from: number;
  /** The step that could happen because of it; undefined if the task never went again. */
  readonly to: number | undefined;
  readonly task: TaskId;
  readonly resource?: number;
  readonly value?: string;
}

/** All arrows of a trace, each from cause to effect. Order within one task needs no arrow. */
export function links(trace: Trace): readonly Link[] {
  const states = allStates(trace);
  const drops = trace.events.flatMap((event) => dropsOf(event, trace, states[event.step - 1] ?? new Map()));
  const dropped = new Set(drops.map((d) => `${d.from} ${d.task}`));

  const rest = trace.events.flatMap((event) =>
    event.causes.flatMap((cause): Link[] => {
      const source = trace.events[cause.step - 1];
      if (!source || source.task === event.task || cause.step >= event.step) return [];
      const through = cause.kind === 'value' && isStored(source, trace);
      if (dropped.has(`${cause.step} ${event.task}`) && !through) return [];
      return [
        {
          route: through ? 'through' : 'curve',
          kind: cause.kind,
          from: cause.step,
          to: event.step,
          task: event.task,
          ...(through && source.resource !== undefined && { resource: source.resource }),
          ...(cause.value !== undefined && { value: cause.value }),
        },
      ];
    }),
  );
  return [...drops, ...rest].sort((a, b) => a.from - b.from);
}

function dropsOf(event: Event, trace: Trace, before: ReadonlyMap<TaskId, { readonly kind: string }>): readonly Link[] {
  const changed = event.changes.filter((c) => c.task !== event.task && c.to.kind === 'ready').map((c) => c.task);
  const born = event.partner !== undefined && !before.has(event.partner) ? [event.partner] : [];
  return [...new Set([...changed, ...born])].flatMap((task): Link[] => {
    const was = before.get(task)?.kind;
    if (was === 'ready' || was === 'returned' || was === 'failed') return [];
    const next = trace.events.find((e) => e.step > event.step && e.task === task);
    const cause = next?.causes.find((c) => c.step === event.step);
    // The clock woke it; the step in which the clock moved did not.
    if ((was === 'sleeping' || was === 'working') && !cause) return [];
    const gives = event.partner === task && event.flow === 'out' && was !== undefined;
    // A value that lies in a slot has its own arrow, through the slot; this one only wakes.
    const stored = isStored(event, trace);
    const value = stored ? undefined : (cause?.value ?? (gives ? event.value : undefined));
    // Whoever was waiting and now can go on was woken, whatever else is true.
    const told = cause?.kind === 'order' || stored ? 'wake' : cause?.kind;
    const kind = was === undefined ? 'birth' : (told ?? (gives ? 'value' : 'wake'));
    return [{ route: 'drop', kind, from: event.step, to: next?.step, task, ...(value !== undefined && { value }) }];
  });
}
