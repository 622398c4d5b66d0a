import type { Access, Footprint, Shared } from '#kernel';
import type { Effect } from './node.ts';

/**
 * Vector clocks of the explorer: entry `t` is one more than the index of the last step of task `t` that is known, 0 for none.
 * Clocks are never changed once made, so they can be shared.
 */
export type Clock = readonly number[];

export function join(a: Clock, b: Clock): Clock {
  const joined = a.slice();
  joinInto(joined, b);
  return joined;
}

export function joinInto(target: number[], other: Clock): void {
  while (target.length < other.length) target.push(0);
  for (let i = 0; i < other.length; i++) if ((other[i] as number) > (target[i] as number)) target[i] = other[i] as number;
}

/** One access of one step, as later steps are compared with it. */
export interface Past {
  readonly step: number;
  readonly access: Access;
}

/** What has been done to one resource. */
interface Log {
  readonly past: Past[];
  /** Per bit of access: the clock after all accesses of that kind. */
  readonly clocks: (Clock | undefined)[];
}

/** How to take one step back. */
interface Undo {
  readonly ofTask: readonly (readonly [task: number, before: Clock | undefined])[];
  readonly tasks: number;
  readonly logs: readonly (readonly [log: Log, bit: number, before: Clock | undefined])[];
}

const NONE: Clock = [];
const NOTHING: readonly Past[] = [];

/**
 * The dependent past of a run: which earlier steps a step depends on, and its clock. Runs share their beginnings, so the history is
 * cut back to where the next run differs, and goes on from there.
 */
export class History {
  readonly tasks: number[] = [];
  readonly clocks: Clock[] = [];
  readonly #ofTask: Clock[] = [NONE];
  readonly #logs = new Map<number, Log>();
  readonly #undo: Undo[] = [];

  get length(): number {
    return this.tasks.length;
  }

  /** What `task` knows. */
  clockOf(task: number): Clock {
    return this.#ofTask[task] ?? NONE;
  }

  /** Whether step `a` happens before what `clock` knows. */
  knows(clock: Clock, a: number): boolean {
    return (clock[this.tasks[a] as number] ?? 0) > a;
  }

  knowsAny(clock: Clock, steps: readonly number[]): boolean {
    for (const step of steps) if (this.knows(clock, step)) return true;
    return false;
  }

  pastOf(resource: Shared): readonly Past[] {
    return this.#logs.get(resource.id)?.past ?? NOTHING;
  }

  /** The clock of all earlier accesses of `resource` on which `access` depends, joined into `into`. */
  joinDependencies(into: number[], resource: Shared, access: Access): void {
    const clocks = this.#logs.get(resource.id)?.clocks;
    if (clocks === undefined) return;
    for (let bit = 0; bit < clocks.length; bit++) {
      const clock = clocks[bit];
      if (clock !== undefined && (access.after & (1 << bit)) !== 0) joinInto(into, clock);
    }
  }

  /** All that the step of `footprint` depends on. */
  clockOfStep(task: number, footprint: Footprint): number[] {
    const clock = this.clockOf(task).slice();
    for (let i = 0; i < footprint.count; i++) {
      const { id } = footprint.tasks[i] as Footprint['tasks'][number];
      if (id !== task) joinInto(clock, this.clockOf(id));
      this.joinDependencies(clock, footprint.resources[i] as Shared, footprint.accesses[i] as Access);
    }
    for (const { kind, stamp } of footprint.notes) if (kind === 'acquire') for (let at = stamp; at !== undefined; at = at.before) if (at.at < this.length) joinInto(clock, this.clocks[at.at] ?? NONE);
    if (footprint.barrier) for (const known of this.#ofTask) joinInto(clock, known);
    return clock;
  }

  /** Adds the step that `footprint` describes and `clock` is known of. Tasks that were born in it know what it knows. */
  add({ task, participants, resources, accesses }: Effect, taskCount: number, clock: number[]): void {
    const step = this.tasks.length;
    for (const id of participants) {
      while (clock.length <= id) clock.push(0);
      clock[id] = step + 1;
    }
    const ofTask: [number, Clock | undefined][] = [];
    const tasks = this.#ofTask.length;
    for (const id of participants) {
      ofTask.push([id, this.#ofTask[id]]);
      this.#ofTask[id] = clock;
    }
    for (let id = tasks; id < taskCount; id++) this.#ofTask[id] = clock;
    this.tasks.push(task);
    this.clocks.push(clock);
    const logs: Undo['logs'][number][] = [];
    for (let i = 0; i < resources.length; i++) logs.push(this.#log(resources[i] as Shared, accesses[i] as Access, step, clock));
    this.#undo.push({ ofTask, tasks, logs });
  }

  /** Forgets all steps from `length` on. */
  cut(length: number): void {
    while (this.tasks.length > length) {
      const undo = this.#undo.pop() as Undo;
      this.tasks.pop();
      this.clocks.pop();
      for (let i = undo.logs.length - 1; i >= 0; i--) {
        const [log, bit, before] = undo.logs[i] as Undo['logs'][number];
        log.past.pop();
        log.clocks[bit] = before;
      }
      for (let i = undo.ofTask.length - 1; i >= 0; i--) {
        const [task, before] = undo.ofTask[i] as Undo['ofTask'][number];
        this.#ofTask[task] = before ?? NONE;
      }
      this.#ofTask.length = undo.tasks;
    }
  }

  #log(resource: Shared, access: Access, step: number, clock: Clock): Undo['logs'][number] {
    let log = this.#logs.get(resource.id);
    if (log === undefined) this.#logs.set(resource.id, (log = { past: [], clocks: [] }));
    log.past.push({ step, access });
    const bit = 31 - Math.clz32(access.bit);
    const before = log.clocks[bit];
    log.clocks[bit] = before === undefined ? clock : join(before, clock);
    return [log, bit, before];
  }
}
