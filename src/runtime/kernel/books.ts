import type { End, Mode, Place, ResourceKind } from '#trace';
import { ADVANCE, PRINT, type Access } from './access.ts';
import type { Detail, Stamp } from './kernel.ts';
import { learn, stampOf } from './knowledge.ts';
import { unpackPlace, type Pos } from './lowered.ts';
import type { MemoryRace, ObjectCells } from './memory.ts';
import type { TaskRef } from './operation.ts';
import type { ModelPromise } from './promise.ts';
import { RaceLog } from './race-log.ts';
import type { Recorder } from './recorder.ts';
import { LimitReached, type Footprint, type RunOptions } from './run-options.ts';
import { ScheduleLog } from './schedule-log.ts';
import { Shared } from './shared.ts';
import type { MemoryAccess, Task } from './task.ts';
import type { Wake } from './time.ts';

/** An access of memory without a point before it counts like so many rounds of a loop: it takes that much longer. */
const LOOPS_PER_ACCESS = 4;
/** How far back a step looks for an access that it made already. */
const REPEATS = 16;

/**
 * The books of one run: what there is, what the current step uses, who knows of whom, which accesses race, what was printed, what time
 * it is. Nothing here decides who goes.
 */
export abstract class Books {
  readonly options: RunOptions;
  readonly mode: Mode;
  readonly tasks: Task[] = [];
  readonly output: string[] = [];
  readonly footprint: Footprint = { resources: [], accesses: [], tasks: [], after: [], barrier: false };
  readonly alarms = new Set<Wake>();
  readonly rejections = new Set<ModelPromise>();
  /** Not a WeakMap: a run is short, and there are thousands. */
  readonly cellsOf = new Map<object, ObjectCells>();
  readonly clock: Shared;
  readonly cores: Shared;
  readonly outputShared: Shared;
  recorder: Recorder | undefined = undefined;
  freeCores: number;
  /** Where the learner's code stands. */
  pos: Pos = 0;
  /** Steps taken so far; also the index of the current step plus one. */
  steps = 0;
  /** The run was stopped by its limit of steps while some task could have gone on all the time and never did: no real scheduler does that. */
  isUnfair = false;
  end: End | undefined = undefined;
  /** What follows is not part of the program any more: it is run for the explorer, and not shown. */
  mainReturned = false;
  limit: { readonly message: string; readonly pos: Pos } | undefined = undefined;
  /** The last thrown value that has no stack, and where it was thrown. */
  thrown: { readonly value: unknown; readonly pos: Pos } | undefined = undefined;
  protected acting: Task | undefined = undefined;
  protected readonly schedule = new ScheduleLog();
  readonly #raceLog = new RaceLog();
  #nextShared = 1;
  #time = 0;
  /** Rounds of loops in this step, and what they cost together with its accesses. */
  #loops = 0;
  #effort = 0;

  constructor(options: RunOptions) {
    this.options = options;
    this.mode = options.mode ?? 'preemptive';
    this.clock = this.shared('timer', { name: 'clock' });
    this.cores = this.shared('cores', { name: 'cores' });
    this.outputShared = this.shared('output', { name: 'output' });
    this.freeCores = options.cores ?? 1;
  }

  get races(): readonly MemoryRace[] {
    return this.#raceLog.races;
  }

  /** How often another task was taken although the one before could have gone on. */
  get forcedSwitches(): number {
    return this.schedule.forcedSwitches;
  }

  current(): Task {
    return this.acting ?? (this.tasks[0] as Task);
  }

  /** A new page: nothing has been done in this step yet. */
  protected beginFootprint(): void {
    const { footprint } = this;
    footprint.resources.length = footprint.accesses.length = footprint.tasks.length = footprint.after.length = 0;
    footprint.barrier = false;
    this.#loops = this.#effort = 0;
  }

  // --- resources ---------------------------------------------------------------------------------------------------------

  shared(kind: ResourceKind, options: { name?: string | undefined; capacity?: number | undefined } = {}): Shared {
    return new Shared(this.#nextShared++, kind, { ...options, made: this.recorder === undefined ? undefined : this.place(this.pos) });
  }

  /** Ids from this one on have not been given out. */
  get nextShared(): number {
    return this.#nextShared;
  }

  touch(resource: Shared, access: Access, by?: TaskRef): void {
    const { resources, accesses, tasks } = this.footprint;
    const task = (by as Task | undefined) ?? this.current();
    // A loop without points goes round the same few accesses again and again: once is enough to know of them.
    if (resources.length > REPEATS) {
      for (let i = resources.length - 1; i >= resources.length - REPEATS; i--) if (resources[i] === resource && accesses[i] === access && tasks[i] === task) return;
    }
    resources.push(resource);
    accesses.push(access);
    tasks.push(task);
  }

  changed(): void {
    // Who can go on is asked anew before every step.
  }

  did(verb: string, resource: Shared | undefined, detail?: Detail): void {
    this.recorder?.did(verb, resource, detail);
  }

  place(pos: Pos): Place | undefined {
    if (pos === 0) return undefined;
    const { file, line, column } = unpackPlace(pos);
    const name = this.options.files?.[file];
    return { line, column, ...(name === undefined || name === this.options.mainFile ? {} : { file: name }) };
  }

  // --- who knows of whom -------------------------------------------------------------------------------------------------

  release(before?: Stamp): Stamp {
    return stampOf(this.current(), this.steps - 1, this.recorder?.count ?? 0, before);
  }

  acquire(stamp: Stamp | undefined, value?: string, by?: TaskRef): void {
    const task = (by as Task | undefined) ?? this.current();
    for (let at = stamp; at !== undefined; at = at.before) {
      learn(task, at);
      if (at.at !== this.steps - 1) this.footprint.after.push(at.at);
      this.recorder?.cause(at.event, value);
    }
  }

  // --- memory ------------------------------------------------------------------------------------------------------------

  /** The access that a task was about to make is made. */
  memory(access: MemoryAccess): void {
    const { resource, kind, whole, wholeKind } = access;
    if (resource === undefined) return;
    this.memoryAccess(resource, kind, access.get);
    if (whole !== undefined) this.#touchMemory(whole, wholeKind, undefined);
  }

  /** One read or write of memory, by the current task, now. */
  memoryAccess(resource: Shared, kind: Access, get: (() => unknown) | undefined): void {
    this.#effort += LOOPS_PER_ACCESS;
    const event = this.recorder?.memory(resource, kind, get);
    this.#touchMemory(resource, kind, event);
  }

  #touchMemory(resource: Shared, kind: Access, event: number | undefined): void {
    this.touch(resource, kind);
    this.#raceLog.access(resource, kind, this.current(), this.pos, event ?? 0, (first) => this.recorder?.race(first, event));
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
    return this.#time;
  }

  earliestAlarm(): number {
    let earliest = Infinity;
    for (const alarm of this.alarms) if (alarm.deadline < earliest) earliest = alarm.deadline;
    return Math.max(earliest, this.#time);
  }

  advanceTo(deadline: number): void {
    if (deadline <= this.#time) return;
    this.touch(this.clock, ADVANCE);
    this.#time = deadline;
    if (this.options.timers !== 'any') this.footprint.barrier = true;
  }
}
