import type { Access, Footprint, Shared } from '#kernel';

/**
 * Vector clocks of the explorer: entry `t` is one more than the index of the last step of task `t` that is known, 0 for none.
 * Clocks are never changed once made, so they can be shared.
 */
export type Clock = readonly number[];

export function join(a: Clock, b: Clock): Clock {
  const length = Math.max(a.length, b.length);
  const joined = new Array<number>(length);
  for (let i = 0; i < length; i++) {
    const x = a[i] ?? 0;
    const y = b[i] ?? 0;
    joined[i] = x > y ? x : y;
  }
  return joined;
}

/** One access of one step, as later steps are compared with it. */
export interface Past {
  readonly step: number;
  readonly task: number;
  readonly access: Access;
}

/** What has been done to one resource in this run. */
interface Log {
  readonly past: Past[];
  /** Per bit of access: the clock after all accesses of that kind. */
  readonly clocks: (Clock | undefined)[];
}

/** The dependent past of a run: which earlier steps a step depends on, and its clock. */
export class History {
  readonly tasks: number[] = [];
  readonly clocks: Clock[] = [];
  readonly #ofTask: Clock[] = [[]];
  readonly #logs = new Map<number, Log>();

  get length(): number {
    return this.tasks.length;
  }

  /** What `task` knows. */
  clockOf(task: number): Clock {
    return this.#ofTask[task] ?? [];
  }

  /** Whether step `a` happens before what `clock` knows. */
  knows(clock: Clock, a: number): boolean {
    return (clock[this.tasks[a] as number] ?? 0) > a;
  }

  pastOf(resource: Shared): readonly Past[] {
    return this.#logs.get(resource.id)?.past ?? [];
  }

  /** The clock of all earlier accesses of `resource` on which `access` depends. */
  dependsOn(resource: Shared, access: Access): Clock {
    const log = this.#logs.get(resource.id);
    let clock: Clock = [];
    if (log === undefined) return clock;
    for (let i = 0; i < log.clocks.length; i++) {
      const of = log.clocks[i];
      if (of !== undefined && (access.after & (1 << i)) !== 0) clock = join(clock, of);
    }
    return clock;
  }

  /** All that the step of `footprint` depends on. */
  clockOfStep(task: number, footprint: Footprint): Clock {
    let clock = this.clockOf(task);
    for (const other of footprint.tasks) if (other.id !== task) clock = join(clock, this.clockOf(other.id));
    for (const earlier of footprint.after) clock = join(clock, this.clocks[earlier] ?? []);
    for (let i = 0; i < footprint.resources.length; i++) clock = join(clock, this.dependsOn(footprint.resources[i] as Shared, footprint.accesses[i] as Access));
    if (footprint.barrier) for (const known of this.#ofTask) clock = join(clock, known);
    return clock;
  }

  /** Adds the step that `footprint` describes. Tasks that were born in it know what it knows. */
  add(task: number, footprint: Footprint, taskCount: number): void {
    const step = this.tasks.length;
    const mine = this.clockOfStep(task, footprint).slice();
    const set = (id: number): void => {
      while (mine.length <= id) mine.push(0);
      mine[id] = step + 1;
    };
    set(task);
    for (const other of footprint.tasks) set(other.id);
    this.tasks.push(task);
    this.clocks.push(mine);
    this.#ofTask[task] = mine;
    for (const other of footprint.tasks) this.#ofTask[other.id] = mine;
    for (let id = this.#ofTask.length; id < taskCount; id++) this.#ofTask[id] = mine;
    for (let i = 0; i < footprint.resources.length; i++) this.#log(footprint.resources[i] as Shared, footprint.accesses[i] as Access, task, step, mine);
  }

  #log(resource: Shared, access: Access, task: number, step: number, clock: Clock): void {
    let log = this.#logs.get(resource.id);
    if (log === undefined) this.#logs.set(resource.id, (log = { past: [], clocks: [] }));
    log.past.push({ step, task, access });
    const bit = 31 - Math.clz32(access.bit);
    const before = log.clocks[bit];
    log.clocks[bit] = before === undefined ? clock : join(before, clock);
  }
}
