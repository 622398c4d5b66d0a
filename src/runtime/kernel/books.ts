import { quote } from '#base';
import type { Measured, End, Mode, Place, ResourceKind } from '#trace';
import { ADVANCE, ASK_CORES, CLOSE, PRINT, READ, SET_CORES, WORK, type Access } from './access.ts';
import { Alarms } from './alarms.ts';
import type { Bubble } from './bubble.ts';
import type { Footprint } from './footprint.ts';
import type { Detail, Mark, Stamp } from './kernel.ts';
import { unpackPlace, type Pos } from './lowered.ts';
import type { MemoryRace, ObjectCells } from './memory.ts';
import type { Operation, TaskRef } from './operation.ts';
import type { ModelPromise } from './promise.ts';
import type { Recorder } from './recorder.ts';
import { LimitReached, type RunOptions } from './run-options.ts';
import type { ScheduleLog } from './schedule-log.ts';
import { Shared, type SharedOptions } from './shared.ts';
import type { MemoryAccess, Task } from './task.ts';
import type { Wake } from './time.ts';
import type { Witness } from './witness.ts';

/** An access of memory without a point before it counts like so many rounds of a loop: it takes that much longer. */
const LOOPS_PER_ACCESS = 4;

const UNNAMED: SharedOptions = {};

/** Where a task stood. */
export interface Standing {
  readonly task: Task;
  readonly pos: Pos;
}

/** A signal that is not kept for those who come later, and those whom it woke. */
export interface Signal {
  readonly resource: Shared;
  readonly by: Standing;
  readonly woken: readonly Standing[];
}

/**
 * The books of one run: what there is, what the current step uses, who knows of whom, which accesses race, what was printed, what time
 * it is. Nothing here decides who goes.
 */
export abstract class Books {
  readonly options: RunOptions;
  readonly mode: Mode;
  readonly tasks: Task[] = [];
  readonly output: string[] = [];
  readonly footprint: Footprint;
  readonly alarms = new Alarms<Wake>();
  readonly signals: Signal[] = [];
  /** Alarms that were taken away before they went off. */
  readonly disarmed: Wake[] = [];
  /** Made when there is something to put into them, as most runs have nothing. */
  rejections: Set<ModelPromise> | undefined = undefined;
  /** Not a WeakMap: a run is short, and there are thousands. */
  cellsOf: Map<object, ObjectCells> | undefined = undefined;
  /** The world's own. A bubble has another. */
  readonly #worldClock: Shared;
  readonly cores: Shared;
  readonly outputShared: Shared;
  recorder: Recorder | undefined = undefined;
  freeCores: number;
  #cores: number;
  /** Where the learner's code stands. */
  pos: Pos = 0;
  /** Steps taken so far; also the index of the current step plus one. */
  steps = 0;
  /** The run was stopped by its limit of steps, and tells nothing: some task could have gone on all the time and never did, which no real scheduler does; or there were too many tasks. */
  isUnfair = false;
  end: End | undefined = undefined;
  /** What follows is not part of the program any more: it is run for the explorer, and not shown. */
  mainReturned = false;
  limit: { readonly message: string; readonly pos: Pos } | undefined = undefined;
  /** The last thrown value that has no stack, and where it was thrown. */
  thrown: { readonly value: unknown; readonly pos: Pos } | undefined = undefined;
  protected acting: Task | undefined = undefined;
  /** The run goes the way of the one before: nothing has to be written down. */
  protected isRepeating = false;
  /** Made when the run begins, unless it goes on with those of the run before. */
  protected schedule: ScheduleLog | undefined = undefined;
  protected witness: Witness | undefined = undefined;
  /** Stamps made in this step. */
  #stamps = 0;
  #owned: Map<symbol, unknown> | undefined = undefined;
  #nextShared = 1;
  #time = 0;
  /** Rounds of loops in this step, and what they cost together with its accesses. */
  #loops = 0;
  #effort = 0;

  constructor(options: RunOptions, footprint: Footprint) {
    this.options = options;
    this.footprint = footprint;
    this.mode = options.mode === undefined || (options.mode === 'cpython' && options.freeThreaded === true) ? 'preemptive' : options.mode;
    this.#worldClock = this.shared('timer', { name: 'clock' });
    this.cores = this.shared('cores', { name: 'cores' });
    this.outputShared = this.shared('output', { name: 'output' });
    this.freeCores = this.#cores = options.cores ?? 1;
  }

  get races(): readonly MemoryRace[] {
    return this.witness?.races ?? [];
  }

  /** How often another task was taken although the one before could have gone on. */
  get forcedSwitches(): number {
    return this.schedule?.forcedSwitches ?? 0;
  }

  knowsCaller(): boolean {
    return true;
  }

  current(): Task {
    return this.acting ?? (this.tasks[0] as Task);
  }

  /** A new page: nothing has been done in this step yet. */
  protected beginFootprint(): void {
    this.footprint.clear();
    this.#stamps = 0;
    this.#loops = this.#effort = 0;
  }

  // --- resources ---------------------------------------------------------------------------------------------------------

  shared(kind: ResourceKind, options: SharedOptions = UNNAMED): Shared {
    const made = new Shared(this.#nextShared++, kind, options, this.recorder === undefined ? undefined : this.place(this.pos));
    if (this.acting?.bubble !== undefined) made.bubble = this.acting.bubble;
    return made;
  }

  /** Ids from this one on have not been given out. */
  get nextShared(): number {
    return this.#nextShared;
  }

  own<T>(module: symbol, make: () => T): T {
    const owned = (this.#owned ??= new Map());
    if (!owned.has(module)) owned.set(module, make());
    return owned.get(module) as T;
  }

  touch(resource: Shared, access: Access, by?: TaskRef): void {
    // A method of a lock, say, that was called on something else.
    if ((resource as Shared | undefined) === undefined) throw new TypeError('this was not made by the course: call the method on the lock, channel or counter itself');
    if (resource.bubble !== undefined && resource.bubble !== ((by as Task | undefined) ?? this.current()).bubble) (resource.bubble as Bubble).strayed(resource, access === CLOSE);
    if (this.isRepeating) return;
    // What a primitive says of it next is its event.
    const event = access.memory === undefined || this.recorder === undefined ? 0 : this.recorder.count + 1;
    this.footprint.add(resource, access, (by as Task | undefined) ?? this.current(), this.pos, event);
  }

  changed(): void {
    // Who can go on is asked anew before every step.
  }

  signalled(resource: Shared, woken: readonly Operation<unknown>[]): void {
    const standing = (task: Task): Standing => ({ task, pos: task.pos });
    this.signals.push({ resource, by: { task: this.current(), pos: this.pos }, woken: woken.map(({ owner }) => standing(owner as Task)) });
  }

  measured(get: () => Measured | undefined): void {
    this.recorder?.measured(get);
  }

  did(verb: string, resource: Shared | undefined, detail?: Detail): void {
    this.recorder?.did(verb, resource, detail);
  }

  shown(value: unknown): string {
    return this.recorder === undefined ? '' : quote(value);
  }

  place(pos: Pos): Place | undefined {
    if (pos === 0) return undefined;
    const { file, line, column } = unpackPlace(pos);
    const name = this.options.files?.[file];
    return { line, column, ...(name === undefined || name === this.options.mainFile ? {} : { file: name }) };
  }

  // --- who knows of whom -------------------------------------------------------------------------------------------------

  release(before?: Stamp): Stamp {
    return this.#stamp(this.current(), this.recorder?.count ?? 0, before);
  }

  /** A stamp of all that `task`, which is not the current one, has done. */
  releaseOf(task: Task): Stamp {
    return this.#stamp(task, this.recorder?.lastEventOf(task.id) ?? 0, undefined);
  }

  #stamp(task: Task, event: number, before: Stamp | undefined): Stamp {
    const stamp = { at: this.steps - 1, nth: this.#stamps++, event, before };
    if (!this.isRepeating) this.footprint.note('release', task, stamp);
    return stamp;
  }

  acquire(stamp: Stamp | undefined, value?: string, by?: TaskRef): void {
    if (stamp === undefined || this.isRepeating) return;
    this.footprint.note('acquire', (by as Task | undefined) ?? this.current(), stamp);
    if (this.recorder !== undefined) for (let at: Stamp | undefined = stamp; at !== undefined; at = at.before) this.recorder.cause(at.event, value);
  }

  /** The current task comes to know of `stamp`, which its accesses order already: for the race detector only. */
  hear(stamp: Stamp | undefined): void {
    if (stamp !== undefined && !this.isRepeating) this.footprint.note('hear', this.current(), stamp);
  }

  takeUnused(): boolean {
    const { access } = this.current();
    const { isUnused } = access;
    access.isUnused = false;
    return isUnused;
  }

  mark(): Mark {
    return { task: this.current().id, tasks: this.tasks.length };
  }

  isAfter({ task, tasks }: Mark): boolean {
    // Tasks are numbered in the order in which they are made.
    for (let at = this.current(); ; ) {
      if (at.id === task) return true;
      if (at.id < tasks || at.parent === undefined) return false;
      at = this.tasks[at.parent] as Task;
    }
  }

  // --- memory ------------------------------------------------------------------------------------------------------------

  /** The access that a task was about to make is made. */
  memory(access: MemoryAccess): void {
    const { resource, kind, whole, wholeKind } = access;
    if (resource === undefined) return;
    this.memoryAccess(resource, kind, access.get);
    if (whole !== undefined && !this.isRepeating) this.footprint.add(whole, wholeKind, this.current(), this.pos, 0);
  }

  /** One read or write of memory, by the current task, now. */
  memoryAccess(resource: Shared, kind: Access, get: (() => unknown) | undefined): void {
    this.#effort += LOOPS_PER_ACCESS;
    if (this.isRepeating) return;
    const event = this.recorder?.memory(resource, kind, get) ?? 0;
    this.footprint.add(resource, kind, this.current(), this.pos, event);
  }

  /** A method was looked up: a read that the trace does not show beside the call. */
  lookedUp(resource: Shared): void {
    if (!this.isRepeating) this.footprint.add(resource, READ, this.current(), this.pos, 0);
  }

  // --- limits and output -------------------------------------------------------------------------------------------------

  loop(pos: Pos): void {
    this.#loops++;
    if (++this.#effort > (this.options.maxLoops ?? 1_000_000)) this.stop(`a loop that went round ${this.#loops.toLocaleString('en')} times without letting anybody else go`, pos);
  }

  /** Ends the run from inside learner code. */
  stop(message: string, pos: Pos): never {
    this.limit ??= { message, pos };
    throw new LimitReached(message);
  }

  print(line: string): void {
    if (this.mainReturned) {
      if (this.options.observeOutput !== false) this.touch(this.outputShared, PRINT);
      return;
    }
    if (this.options.observeOutput !== false) this.touch(this.outputShared, PRINT);
    if (this.output.length >= (this.options.maxOutput ?? 1000)) this.stop(`more than ${this.output.length.toLocaleString('en')} lines of output`, this.pos);
    const shown = line.length > 2000 ? `${line.slice(0, 2000)}…` : line;
    this.output.push(shown);
    this.options.onPrint?.(shown);
    this.did('print', undefined, { value: shown, flow: 'out' });
  }

  // --- time --------------------------------------------------------------------------------------------------------------

  now(): number {
    return this.acting?.bubble?.time ?? this.#time;
  }

  get clock(): Shared {
    return this.acting?.bubble?.shared ?? this.#worldClock;
  }

  earliestAlarm(): number {
    return Math.max(this.alarms.earliest(), this.#time);
  }

  maxProcs(total?: number): number {
    const before = this.#cores;
    this.touch(this.cores, total === undefined ? ASK_CORES : SET_CORES);
    if (total !== undefined) {
      // Below zero while more are at work than there are now.
      this.freeCores += total - before;
      this.#cores = total;
      this.did('cores', undefined, { note: `${total}` });
    }
    return before;
  }

  /** `busy`: time passes because somebody works, and not because everybody waits. */
  advanceTo(deadline: number, busy = false): void {
    if (deadline <= this.#time) return;
    this.touch(this.#worldClock, busy ? WORK : ADVANCE);
    this.#time = deadline;
    if (this.options.timers !== 'any' && !busy) this.footprint.barrier = true;
  }
}
