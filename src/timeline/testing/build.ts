import type { Change, Cause, End, Event, Resource, ResourceKind, Task, TaskKind, TaskState, Trace, Waiting } from '#trace';

/** What a fixture says about one event; the rest has quiet defaults. Tasks and resources are given by name. */
export interface Draft {
  readonly task: string;
  readonly verb: string;
  readonly on?: string;
  readonly in?: string;
  readonly out?: string;
  readonly partner?: string;
  readonly note?: string;
  readonly line?: number;
  readonly time?: number;
  readonly causes?: readonly (readonly [step: number, kind: Cause['kind'], value?: string])[];
  readonly to?: Readonly<Record<string, TaskState>>;
  readonly races?: readonly number[];
  readonly others?: readonly string[];
  readonly forced?: boolean;
}

export interface Plan {
  /** Name, then kind if it is not a goroutine. `main` is always there. */
  readonly tasks?: readonly (string | readonly [name: string, kind: TaskKind])[];
  /** Name, kind, capacity. */
  readonly resources?: readonly (readonly [name: string, kind: ResourceKind, capacity?: number])[];
  readonly events: readonly Draft[];
  readonly end?: (ids: (name: string) => number) => End;
  readonly leaks?: (ids: (name: string) => number) => readonly Waiting[];
  readonly output?: readonly string[];
  readonly schedule?: string;
  readonly mode?: Trace['mode'];
}

export const ready: TaskState = { kind: 'ready' };
export const returned: TaskState = { kind: 'returned' };

/** Makes a trace from a plan. Steps are numbered in the order of the list. */
export function makeTrace(plan: Plan): Trace {
  const named = ['main', ...(plan.tasks ?? [])].map((t) =>
    typeof t === 'string' ? ([t, t === 'main' ? 'main' : 'goroutine'] as const) : t,
  );
  const tasks: Task[] = named.map(([name, kind], id) => ({ id, name, kind, ...(id > 0 && { parent: 0 }) }));
  const resources: Resource[] = (plan.resources ?? []).map(([name, kind, capacity], index) => ({
    id: index + 1,
    name,
    kind,
    ...(capacity !== undefined && { capacity }),
  }));
  const taskId = (name: string): number => tasks.find((t) => t.name === name)!.id;
  const resourceId = (name: string): number => resources.find((r) => r.name === name)!.id;

  let time = 0;
  const events = plan.events.map((draft, index): Event => {
    time = draft.time ?? time;
    const value = draft.in ?? draft.out;
    return {
      step: index + 1,
      task: taskId(draft.task),
      time,
      verb: draft.verb,
      point: true,
      forced: draft.forced ?? false,
      races: draft.races ?? [],
      others: (draft.others ?? []).map(taskId),
      causes: (draft.causes ?? []).map(([step, kind, v]) => ({ step, kind, ...(v !== undefined && { value: v }) })),
      changes: Object.entries(draft.to ?? {}).map(([name, to]): Change => ({ task: taskId(name), to })),
      ...(draft.line !== undefined && { place: { line: draft.line, column: 1 } }),
      ...(draft.on !== undefined && { resource: resourceId(draft.on) }),
      ...(value !== undefined && { value }),
      ...(draft.in !== undefined && { flow: 'in' as const }),
      ...(draft.out !== undefined && { flow: 'out' as const }),
      ...(draft.partner !== undefined && { partner: taskId(draft.partner) }),
      ...(draft.note !== undefined && { note: draft.note }),
    };
  });

  return {
    version: 1,
    mode: plan.mode ?? 'preemptive',
    tasks,
    resources,
    events,
    end: plan.end?.(taskId) ?? { kind: 'ok' },
    leaks: plan.leaks?.(taskId) ?? [],
    output: plan.output ?? [],
    schedule: plan.schedule ?? '',
  };
}

export const blocked = (reason: string, resource?: number, heldBy?: number): TaskState => ({
  kind: 'blocked',
  reason,
  ...(resource !== undefined && { resource }),
  ...(heldBy !== undefined && { heldBy }),
});
