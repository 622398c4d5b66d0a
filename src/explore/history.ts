import { dependent, TURN, type Access, type Footprint, type Shared, type Stamp } from '#kernel';
import { HappensBefore } from './happens-before.ts';
import type { Effect } from './node.ts';
import type { StepSet } from './step-set.ts';

const NONE = -1;

/**
 * The past of a run: its steps, what each did to which resource, and which of them it depends on. Runs share their beginnings, so the
 * history is cut back to where the next run differs, and goes on from there.
 *
 * There is no object for a step or an access: each list has one entry per step, per access, or per task of a step, and is used like a
 * stack that never gives its room back: what is beyond `length` and the like is of runs before. `NONE` stands for no step and no access.
 */
export class History {
  readonly order = new HappensBefore();
  /** By step: whose it is. */
  readonly tasks: number[] = [];
  readonly #barriers: boolean[] = [];
  /** By step: how many accesses and participations there were before it, and how many tasks. */
  readonly #accessesBefore: number[] = [];
  readonly #participationsBefore: number[] = [];
  readonly #tasksBefore: number[] = [];
  #length = 0;
  #accessCount = 0;
  #participationCount = 0;
  #taskCount = 0;

  /** By access: what was done, to what, in which step, and the access of the same resource before it. */
  readonly #accesses: Access[] = [];
  readonly #resources: number[] = [];
  readonly #steps: number[] = [];
  readonly #earlier: number[] = [];
  /** By resource: its last access, and the bits of all accesses that it ever had. */
  readonly #lastAccess: number[] = [];
  readonly #bits: number[] = [];

  /** By participation: the task, and its step before. */
  readonly #participants: number[] = [];
  readonly #stepBefore: number[] = [];
  /** By task: its last step, or the one in which it was born. */
  readonly #lastStep: number[] = [];

  get length(): number {
    return this.#length;
  }

  /** The step that tells what `task` knows: its last one, or that of its birth; `NONE` at the start. */
  lastStepOf(task: number): number {
    return task < this.#taskCount ? (this.#lastStep[task] as number) : NONE;
  }

  isBarrier(step: number): boolean {
    return this.#barriers[step] as boolean;
  }

  /** Puts what `task` knows into `set`. */
  joinTask(set: StepSet, task: number): void {
    const step = this.lastStepOf(task);
    if (step !== NONE) this.order.joinInto(set, step);
  }

  /** Puts what every task knows into `set`. */
  joinAll(set: StepSet): void {
    for (let task = 0; task < this.#taskCount; task++) this.joinTask(set, task);
  }

  // --- the accesses of one resource, from the last to the first ------------------------------------------------------------

  lastAccessOf(resource: Shared): number {
    return this.#lastAccess[resource.id] ?? NONE;
  }

  accessBefore(access: number): number {
    return this.#earlier[access] as number;
  }

  stepOf(access: number): number {
    return this.#steps[access] as number;
  }

  kindOf(access: number): Access {
    return this.#accesses[access] as Access;
  }

  /** The access `past` is one because of which another of `kinds` failed: where its step sleeps, it depends on all of those. */
  contest(past: number, kinds: number): void {
    const access = this.kindOf(past);
    if ((access.after & kinds) !== kinds) this.#accesses[past] = { ...access, after: access.after | kinds };
  }

  /** Puts all earlier accesses of `resource` on which `access` depends into `into`, with what they depend on. */
  joinDependencies(into: StepSet, resource: Shared, access: Access): void {
    for (let past = this.lastAccessOf(resource); past !== NONE; past = this.accessBefore(past)) {
      const earlier = this.kindOf(past);
      if (((access.after | TURN.bit) & earlier.bit) === 0) continue;
      const step = this.stepOf(past);
      if (!into.has(step)) this.order.joinInto(into, step);
      // What depends on all that was done before it has told of that.
      if (this.isAfterAll(past, resource)) return;
    }
  }

  /** Whether `access` depends on all that was done to `resource` before it, whatever that was. */
  isAfterAll(access: number, resource: Shared): boolean {
    return ((this.#bits[resource.id] as number) & ~(this.kindOf(access).after | TURN.bit)) === 0;
  }

  /** Whether this was ever done to `resource`, in this run or another with the same beginning. */
  everDid(resource: Shared, access: Access): boolean {
    return ((this.#bits[resource.id] ?? 0) & access.bit) !== 0;
  }

  /** Whether `step` did this, to whatever. */
  did(step: number, access: Access): boolean {
    const end = this.#accessesEnd(step);
    for (let i = this.#accessesBefore[step] as number; i < end; i++) if (this.#accesses[i] === access) return true;
    return false;
  }

  // --- steps -------------------------------------------------------------------------------------------------------------

  /** Makes `past` all that the step of `footprint` depends on. */
  dependenciesOf(past: StepSet, task: number, footprint: Footprint): void {
    past.clear(this.length);
    this.joinTask(past, task);
    for (let i = 0; i < footprint.count; i++) {
      const { id } = footprint.tasks[i] as Footprint['tasks'][number];
      if (id !== task) this.joinTask(past, id);
      this.joinDependencies(past, footprint.resources[i] as Shared, footprint.accesses[i] as Access);
    }
    for (let i = 0; i < footprint.noteCount; i++) {
      const { kind, stamp } = footprint.notes[i] as Footprint['notes'][number];
      if (kind === 'acquire') this.#joinStamp(past, stamp);
    }
    if (footprint.barrier) this.joinAll(past);
  }

  #joinStamp(past: StepSet, stamp: Stamp | undefined): void {
    for (let at = stamp; at !== undefined; at = at.before) if (at.at < this.length && !past.has(at.at)) this.order.joinInto(past, at.at);
  }

  /** Adds the step that `footprint` describes, which depends on `past`. Tasks that were born in it know what it knows. */
  add(task: number, participants: readonly number[], footprint: Footprint, taskCount: number, past: StepSet): void {
    const step = this.#length;
    this.order.write(step, past);
    this.#accessesBefore[step] = this.#accessCount;
    this.#participationsBefore[step] = this.#participationCount;
    this.#tasksBefore[step] = this.#taskCount;
    this.#barriers[step] = footprint.barrier;
    while (this.#taskCount < taskCount) this.#lastStep[this.#taskCount++] = step;
    for (const id of participants) {
      const participation = this.#participationCount++;
      this.#participants[participation] = id;
      this.#stepBefore[participation] = this.#lastStep[id] as number;
      this.#lastStep[id] = step;
    }
    for (let i = 0; i < footprint.count; i++) this.#access((footprint.resources[i] as Shared).id, footprint.accesses[i] as Access, step);
    this.tasks[step] = task;
    this.#length = step + 1;
  }

  #access(resource: number, access: Access, step: number): void {
    while (this.#lastAccess.length <= resource) {
      this.#lastAccess.push(NONE);
      this.#bits.push(0);
    }
    const number = this.#accessCount++;
    this.#earlier[number] = this.#lastAccess[resource] as number;
    this.#lastAccess[resource] = number;
    (this.#bits[resource] as number) |= access.bit;
    this.#accesses[number] = access;
    this.#resources[number] = resource;
    this.#steps[number] = step;
  }

  /** Where the accesses of `step` end, and its participations. */
  #accessesEnd(step: number): number {
    return step + 1 < this.#length ? (this.#accessesBefore[step + 1] as number) : this.#accessCount;
  }

  #participationsEnd(step: number): number {
    return step + 1 < this.#length ? (this.#participationsBefore[step + 1] as number) : this.#participationCount;
  }

  /** What `step` did, for keeping. */
  effectOf(step: number, key: number, fresh: number): Effect {
    const [first, end] = [this.#accessesBefore[step] as number, this.#accessesEnd(step)];
    return {
      task: this.tasks[step] as number,
      key,
      participants: this.#participants.slice(this.#participationsBefore[step], this.#participationsEnd(step)),
      resources: this.#resources.slice(first, end),
      accesses: this.#accesses.slice(first, end),
      barrier: this.isBarrier(step),
      fresh,
    };
  }

  /** Whether `step` commutes with the step that had `effect`, from the same place or one before it. */
  isIndependent(step: number, effect: Effect): boolean {
    if (effect.barrier || this.isBarrier(step)) return false;
    const participationsEnd = this.#participationsEnd(step);
    for (let i = this.#participationsBefore[step] as number; i < participationsEnd; i++) if (effect.participants.includes(this.#participants[i] as number)) return false;
    const end = this.#accessesEnd(step);
    for (let i = this.#accessesBefore[step] as number; i < end; i++) {
      const resource = this.#resources[i] as number;
      for (let j = 0; j < effect.resources.length; j++) {
        const other = effect.resources[j] as number;
        // Numbers given out since may mean something else when the steps are taken in another order: take no chances.
        const isSame = resource === other || (resource >= effect.fresh && other >= effect.fresh);
        if (isSame && dependent(this.#accesses[i] as Access, effect.accesses[j] as Access)) return false;
      }
    }
    return true;
  }

  /** Forgets all steps from `length` on. */
  cut(length: number): void {
    if (length >= this.#length) return;
    const accesses = this.#accessesBefore[length] as number;
    while (this.#accessCount > accesses) {
      const number = --this.#accessCount;
      this.#lastAccess[this.#resources[number] as number] = this.#earlier[number] as number;
    }
    const participations = this.#participationsBefore[length] as number;
    while (this.#participationCount > participations) {
      const participation = --this.#participationCount;
      this.#lastStep[this.#participants[participation] as number] = this.#stepBefore[participation] as number;
    }
    this.#taskCount = this.#tasksBefore[length] as number;
    this.#length = length;
  }
}
