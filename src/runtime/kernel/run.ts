import { fieldOf, InternalError, isErrorLike, PRINTED, printThrown } from '#base';
import { formatSchedule, type End, type Mode, type Place, type ResourceKind, type Trace, type Waiting } from '#trace';
import { ADVANCE, LAST, NOW, PRINT, SETTLE, type Access } from './access.ts';
import { withKernel } from './ambient.ts';
import type { Detail, Kernel, SpawnOptions, Stamp } from './kernel.ts';
import { unpackPlace, type Pos, type Steps } from './lowered.ts';
import { RaceDetector, WHOLE_READ, WHOLE_WRITE, type MemoryRace, type ObjectCells } from './memory.ts';
import { Call, Operation, type Body, type TaskRef } from './operation.ts';
import { ModelPromise } from './promise.ts';
import { Recorder } from './recorder.ts';
import { Shared } from './shared.ts';
import { isTimer, plainOrder, type Candidate, type Strategy } from './strategy.ts';
import { JoinOperation, type MemoryAccess, ResumeOperation, StartOperation, Task } from './task.ts';
import { SetAlarm, TakeCore, Wake } from './time.ts';

export interface RunOptions {
  readonly mode?: Mode;
  readonly timers?: 'any' | 'patient';
  readonly cores?: number;
  readonly maxSteps?: number;
  /** Rounds of loops within one step, before the run is stopped. */
  readonly maxLoops?: number;
  readonly maxOutput?: number;
  /** Whether the order of printed lines tells orders apart. */
  readonly observeOutput?: boolean;
  /** Keep a trace: slower, for runs that will be shown. */
  readonly record?: boolean;
  readonly seed?: number;
  readonly files?: readonly string[];
  /** The file that places do not name. */
  readonly mainFile?: string;
  /** Where an error was thrown, if that can be told; otherwise the place of the last point is taken. */
  readonly locate?: (error: unknown) => Place | undefined;
}

/** What one step did, for whoever explores. Reused by the next step. */
export interface Footprint {
  readonly resources: Shared[];
  readonly accesses: Access[];
  readonly tasks: Task[];
  /** Earlier steps that made this one possible. */
  readonly after: number[];
  /** Nothing else could go when this step was taken, and it moved the clock: all that was comes before all that follows. */
  barrier: boolean;
}

/** Thrown through learner code to end a run that goes on too long. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}

/** An access of memory without a point before it counts like so many rounds of a loop: it takes that much longer. */
const LOOPS_PER_ACCESS = 4;

const INTERNAL_NAMES = new Set(['main']);

/**
 * One run of a program in the model: virtual time, one task at a time, every choice asked of a strategy.
 *
 * Invariants, between any two steps:
 * - every task that is alive has an operation: the thing that it is about to do, or waits in
 * - a task can go on if and only if its operation has a way
 */
export class Run implements Kernel {
  readonly options: RunOptions;
  readonly mode: Mode;
  readonly tasks: Task[] = [];
  readonly output: string[] = [];
  readonly footprint: Footprint = { resources: [], accesses: [], tasks: [], after: [], barrier: false };
  readonly races: MemoryRace[] = [];
  readonly alarms = new Set<Wake>();
  readonly rejections = new Set<ModelPromise>();
  readonly bothSidesMeet = false;
  readonly recorder: Recorder | undefined;
  readonly clock: Shared;
  readonly cores: Shared;
  readonly outputShared: Shared;
  freeCores: number;
  /** Operation that was submitted in a call and has no task yet. */
  unstarted: { readonly operation: Operation<unknown> | undefined; readonly body: Body<unknown> | undefined; readonly promise: unknown } | undefined;
  /** Operation that generated code is about to yield for. */
  proposed: Operation<unknown> | undefined;
  pos: Pos = 0;
  end: End | undefined;
  /** Steps taken so far; also the index of the current step plus one. */
  steps = 0;
  mainReturned = false;
  limit: { readonly message: string; readonly pos: Pos } | undefined;
  /** The last thrown value that has no stack, and where it was thrown. */
  thrown: { readonly value: unknown; readonly pos: Pos } | undefined;
  cellsOf = new WeakMap<object, ObjectCells>();
  last: Task | undefined;
  /** How often another task was taken although the one before could have gone on. */
  forcedSwitches = 0;
  readonly schedule: { task: string; alternative: number | undefined; plain: boolean }[] = [];
  #current: Task | undefined;
  #nextShared = 1;
  #time = 0;
  /** Rounds of loops in this step, and what they cost together with its accesses. */
  #loops = 0;
  #effort = 0;
  #jobs: (() => void)[] = [];
  readonly #detector = new RaceDetector();
  readonly #names = new Map<string, number>();
  readonly #raceKeys = new Set<string>();
  #scheduleEnd: number | undefined;

  constructor(options: RunOptions = {}) {
    this.options = options;
    this.mode = options.mode ?? 'preemptive';
    this.recorder = options.record ? new Recorder(this) : undefined;
    this.clock = this.shared('timer', { name: 'clock' });
    this.cores = this.shared('cores', { name: 'cores' });
    this.outputShared = this.shared('output', { name: 'output' });
    this.freeCores = options.cores ?? 1;
  }

  // --- running -----------------------------------------------------------------------------------------------------------

  /** Runs `main` to the end of the program, asking `strategy` before every step. False: the strategy gave the run up. */
  go(main: () => Steps, strategy: Strategy = plainOrder): boolean {
    return withKernel(this, () => {
      const task = this.#newTask({ name: 'main', kind: 'main', onFailure: 'crash', keepsAlive: false }, undefined);
      this.recorder?.born(task);
      this.#begin(task, this.#mainSteps(main));
      return this.#loop(strategy);
    });
  }

  *#mainSteps(main: () => Steps): Steps {
    yield* main();
    return yield new EndOperation(this);
  }

  #loop(strategy: Strategy): boolean {
    const maxSteps = this.options.maxSteps ?? 10_000;
    for (;;) {
      const candidates = this.candidates();
      if (candidates.length === 0) {
        this.#quiescent();
        return true;
      }
      if (this.steps >= maxSteps) {
        if (!this.mainReturned) this.#endLivelock();
        else this.#close();
        return true;
      }
      const choice = strategy.choose(candidates, this.last);
      if (choice === undefined) return false;
      this.#note(candidates, choice.task, choice.way);
      this.#step(choice.task, choice.way, candidates);
      if (this.end !== undefined && (this.recorder !== undefined || this.limit !== undefined)) {
        this.recorder?.finish();
        return true;
      }
    }
  }

  /** Tasks that can go on now, in order of birth. With patient timers, alarms that would move the clock come only when nothing else can go. */
  candidates(): Candidate[] {
    const found: Candidate[] = [];
    let patientOnly: Candidate[] | undefined;
    for (const task of this.tasks) {
      const operation = task.operation;
      if (operation === undefined) continue;
      const ways = operation.ways();
      if (ways === 0) continue;
      if (this.options.timers !== 'any' && operation instanceof Wake && operation.deadline > this.#time) (patientOnly ??= []).push({ task, ways });
      else found.push({ task, ways });
    }
    return found.length === 0 && patientOnly !== undefined ? patientOnly : found;
  }

  #note(candidates: readonly Candidate[], task: Task, way: number): void {
    const plain = plainOrder.choose(candidates, this.last);
    if (task !== this.last && candidates.some((candidate) => candidate.task === this.last && !isTimer(candidate.task))) this.forcedSwitches++;
    const ways = candidates.find((candidate) => candidate.task === task)?.ways ?? 1;
    this.schedule.push({ task: task.name, alternative: ways > 1 ? way : undefined, plain: plain?.task === task && plain.way === way });
  }

  #step(task: Task, way: number, candidates: readonly Candidate[]): void {
    const { footprint } = this;
    footprint.resources.length = footprint.accesses.length = footprint.tasks.length = footprint.after.length = 0;
    footprint.barrier = false;
    const operation = task.operation as Operation<unknown>;
    this.steps++;
    this.#loops = this.#effort = 0;
    this.#current = task;
    this.pos = task.pos;
    this.recorder?.beginStep(task, candidates, this.last);
    operation.unpark();
    task.operation = undefined;
    const arrival = task.arrival;
    task.arrival = undefined;
    if (arrival !== undefined) {
      arrival.show?.();
      this.#advance(task, false, arrival.value);
    } else {
      let value: unknown;
      let failed = false;
      try {
        value = operation.perform(way);
      } catch (error) {
        failed = true;
        value = error;
      }
      this.#advance(task, failed, value);
    }
    this.#drain();
    this.last = task;
    this.recorder?.endStep();
    this.#current = undefined;
  }

  /** Lets `task` run until it is about to do its next operation. */
  #advance(task: Task, failed: boolean, value: unknown): void {
    const outer = this.#current;
    this.#current = task;
    const steps = task.steps as Steps;
    let result: IteratorResult<unknown, unknown>;
    try {
      result = failed ? steps.throw(value) : steps.next(value);
    } catch (error) {
      this.#settleUnstarted();
      this.#finish(task, 'failed', error);
      this.#current = outer;
      return;
    }
    this.#settleUnstarted();
    if (this.limit !== undefined) return this.#endLimit(task);
    if (result.done) this.#finish(task, 'returned', result.value);
    else this.#wait(task, result.value instanceof Operation ? result.value : this.#takeProposed());
    this.#current = outer;
  }

  #takeProposed(): Operation<unknown> {
    const operation = this.proposed;
    if (operation === undefined) throw new InternalError('a task yielded without an operation');
    this.proposed = undefined;
    return operation;
  }

  #wait(task: Task, operation: Operation<unknown>): void {
    operation.owner = task;
    task.operation = operation;
    task.pos = this.pos;
    operation.park();
  }

  #finish(task: Task, state: 'returned' | 'failed', value: unknown): void {
    task.state = state;
    task.steps = undefined;
    if (state === 'failed') task.error = value;
    this.touch(task.ended, SETTLE);
    task.endStamp = this.release();
    if (this.limit !== undefined) return this.#endLimit(task);
    if (task.promise !== undefined) return state === 'returned' ? task.promise.resolve(value) : task.promise.reject(value);
    if (state === 'returned') return;
    if (task.options.onFailure === 'report') return this.#report(task, value);
    this.#crash(task, value);
  }

  /**
   * The program ends here. Whoever explores lets the other tasks go on all the same: what they would have done, had they come first,
   * is found no other way. Nothing of it is shown.
   */
  #crash(task: Task, error: unknown): void {
    this.touch(this.outputShared, LAST);
    if (this.mainReturned) return;
    this.mainReturned = true;
    this.end = this.failure(task, error);
    this.#scheduleEnd = this.schedule.length;
  }

  /** How the program ends when `error` is caught by nobody. */
  failure(task: Task, error: unknown): End {
    const place = this.options.locate?.(error) ?? this.place(this.thrown !== undefined && Object.is(this.thrown.value, error) ? this.thrown.pos : this.pos);
    const isPanic = isErrorLike(error) && fieldOf(error, 'name') === 'Panic';
    return { kind: isPanic ? 'panic' : 'error', task: task.id, message: isPanic ? String(fieldOf(error, 'message')) : printThrown(error), ...(place === undefined ? {} : { place }) };
  }

  #report(task: Task, error: unknown): void {
    this.print(`Exception in thread ${task.name}:`);
    this.print(printThrown(error));
  }

  #drain(): void {
    for (let rounds = 0; this.#jobs.length > 0; rounds++) {
      const jobs = this.#jobs;
      this.#jobs = [];
      for (const job of jobs) this.#doJob(job);
      if (rounds > 10_000) {
        this.limit ??= { message: 'promise reactions that never come to an end', pos: this.pos };
        if (this.last !== undefined || this.#current !== undefined) this.#endLimit(this.#current ?? (this.last as Task));
        return;
      }
    }
  }

  /** A reaction of a promise, or a microtask. What it throws is caught by nobody. */
  #doJob(job: () => void): void {
    try {
      job();
    } catch (error) {
      if (this.limit === undefined) this.#crash(this.current(), error);
    }
  }

  // --- ends --------------------------------------------------------------------------------------------------------------

  /** Nothing can go on any more. */
  #quiescent(): void {
    if (this.mainReturned) return this.#close();
    const main = this.tasks[0] as Task;
    if (main.operation instanceof EndOperation && main.operation.missing().every((task) => task.options.kind === 'async')) return this.#close();
    if (this.endByRejection()) return this.recorder?.finish();
    this.end = { kind: 'deadlock', waiting: this.waiting(), cycle: this.cycle() };
    this.recorder?.finish();
  }

  #close(): void {
    if (this.end !== undefined) return;
    this.end = { kind: 'ok' };
    this.recorder?.finish();
  }

  /** If some promise was rejected and nobody ever asked about it, the program ends with that error, as Node does. */
  endByRejection(): boolean {
    for (const promise of this.rejections) {
      if (promise.isHandled || promise.state.kind !== 'rejected') continue;
      const task = this.tasks.find((candidate) => candidate.promise === promise) ?? (this.tasks[0] as Task);
      this.end = this.failure(task, promise.state.reason);
      return true;
    }
    return false;
  }

  #endLivelock(): void {
    const task = this.last ?? (this.tasks[0] as Task);
    this.end = { kind: 'livelock', task: task.id, message: `stopped after ${this.steps.toLocaleString('en')} steps`, ...this.#placed(task.pos) };
    this.recorder?.finish();
  }

  #endLimit(task: Task): void {
    this.end = { kind: 'livelock', task: task.id, message: this.limit?.message ?? '', ...this.#placed(this.limit?.pos ?? task.pos) };
  }

  #placed(pos: Pos): { place?: Place } {
    const place = this.place(pos);
    return place === undefined ? {} : { place };
  }

  /** Tasks that wait and that nobody will wake. */
  waiting(): Waiting[] {
    const found: Waiting[] = [];
    for (const task of this.tasks) {
      const operation = task.operation;
      if (operation === undefined || operation instanceof Wake) continue;
      const place = this.place(task.pos);
      const holder = operation.holder();
      found.push({
        task: task.id,
        reason: operation.reason,
        ...(operation.resource === undefined ? {} : { resource: operation.resource.id }),
        ...(holder === undefined ? {} : { heldBy: holder.id }),
        since: this.recorder?.lastEventOf(task.id) ?? 0,
        ...(place === undefined ? {} : { place }),
      });
    }
    return found;
  }

  /** Tasks that are left waiting after the program's end: not daemons, which end with the program, and not timers. */
  leaks(): Waiting[] {
    if (this.end?.kind !== 'ok' || this.steps >= (this.options.maxSteps ?? 10_000)) return [];
    return this.waiting().filter((waiting) => {
      const kind = this.tasks[waiting.task]?.options.kind;
      return kind === 'goroutine' || kind === 'async';
    });
  }

  /** A ring of tasks in which each waits for the next; empty if there is none. */
  cycle(): number[] {
    for (const start of this.tasks) {
      const path: number[] = [];
      let at: TaskRef | undefined = start;
      while (at !== undefined && !path.includes(at.id)) {
        path.push(at.id);
        at = this.tasks[at.id]?.operation?.waitsFor();
      }
      if (at !== undefined && path.length > 0) return path.slice(path.indexOf(at.id));
    }
    return [];
  }

  // --- for the lowered code ----------------------------------------------------------------------------------------------

  job(job: () => void): void {
    this.#jobs.push(job);
  }

  promise(): ModelPromise {
    return new ModelPromise(this, this.shared('promise'));
  }

  /** `Promise.resolve(value)`. */
  resolved(value: unknown): ModelPromise {
    if (value instanceof ModelPromise) return value;
    const promise = this.promise();
    promise.resolve(value);
    return promise;
  }

  /** Starts an async function that was called without `await`: it runs until its first wait, then on its own. */
  startAsync(steps: Steps, name: string): ModelPromise {
    const task = this.#newTask({ name: name === '' ? 'async' : name, kind: 'async', onFailure: 'reject', keepsAlive: true }, this.#current);
    task.promise = new ModelPromise(this, task.ended);
    task.steps = steps;
    this.recorder?.born(task);
    this.#advance(task, false, undefined);
    return task.promise;
  }

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
    const task = this.#current as Task;
    for (const race of this.#detector.access(resource, kind, task, this.pos, event ?? 0)) {
      const isContainer = kind === WHOLE_READ || kind === WHOLE_WRITE;
      // Methods of a container are atomic under the GIL: two threads may both append.
      if (isContainer && race.first.task.options.kind === 'thread' && task.options.kind === 'thread') continue;
      this.recorder?.race(race.first.event, event);
      const key = `${resource.kind === 'object' ? '' : resource.name} ${race.first.pos} ${race.second.pos}`;
      if (this.#raceKeys.has(key)) continue;
      this.#raceKeys.add(key);
      this.races.push(race);
    }
  }

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
    this.did('print', undefined, { value: shown, flow: 'out' });
  }

  place(pos: Pos): Place | undefined {
    if (pos === 0) return undefined;
    const { file, line, column } = unpackPlace(pos);
    const name = this.options.files?.[file];
    return { line, column, ...(name === undefined || name === this.options.mainFile ? {} : { file: name }) };
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

  // --- Kernel ------------------------------------------------------------------------------------------------------------

  submit<T>(operation: Operation<T>): Promise<T> {
    this.#settleUnstarted();
    const promise = operation as unknown as Promise<T>;
    this.unstarted = { operation: operation as Operation<unknown>, body: undefined, promise };
    return promise;
  }

  run<T>(body: Body<T>, name: string): Promise<T> {
    this.#settleUnstarted();
    const promise = new LazyBody(this, body, name) as unknown as Promise<T>;
    this.unstarted = { operation: undefined, body: body as Body<unknown>, promise };
    return promise;
  }

  promised<T>(operation: Operation<T>): Promise<T> {
    if (this.unstarted?.operation === operation) this.unstarted = undefined;
    operation.promise ??= this.startAsync(once(operation as Operation<unknown>), operation.verb);
    return operation.promise as Promise<T>;
  }

  /** Starts what was submitted and not awaited at once: it becomes a task of its own. */
  #settleUnstarted(): void {
    const left = this.unstarted;
    if (left === undefined) return;
    this.unstarted = undefined;
    if (left.promise instanceof LazyBody) left.promise.start();
    else if (left.operation !== undefined) this.promised(left.operation);
  }

  /** Runs a primitive's body inside the current task. */
  *inline(body: Body<unknown>, call: (call: Call) => Steps, wait: (value: unknown) => Steps): Steps {
    let next: IteratorResult<unknown, unknown> = body.next();
    for (;;) {
      if (next.done) return next.value;
      const item: unknown = next.value;
      let value: unknown;
      try {
        if (item instanceof Operation) value = yield* this.performing(item as Operation<unknown>);
        else if (item instanceof Call) value = yield* call(item);
        else value = yield* wait(item);
      } catch (error) {
        next = body.throw(error);
        continue;
      }
      next = body.next(value);
    }
  }

  /** The steps of doing `operation` in the current task. */
  *performing(operation: Operation<unknown>): Steps {
    if (this.mode === 'cooperative' && operation.ways() === 1) {
      // Only waiting lets others go: what can be done at once is done in the same step.
      operation.owner = this.#current;
      const value = operation.perform(0);
      return value;
    }
    return yield operation;
  }

  spawn(options: SpawnOptions, call: Call): Task {
    const task = this.#newTask(options, this.#current);
    this.recorder?.born(task);
    this.did(options.kind === 'thread' ? 'start' : 'go', undefined, { partner: task });
    if (this.callSteps === undefined) throw new InternalError('spawn before the program was loaded');
    this.#begin(task, this.callSteps(call));
    return task;
  }

  /** How to call learner code, and how to run a primitive's body; set by the lowered runtime. */
  callSteps: ((call: Call) => Steps) | undefined;
  bodySteps: (body: Body<unknown>) => Steps = () => {
    throw new InternalError('a body before the program was loaded');
  };

  #begin(task: Task, steps: Steps): void {
    task.steps = steps;
    const outer = this.pos;
    this.#wait(task, new StartOperation());
    this.pos = outer;
  }

  #newTask(options: SpawnOptions, parent: Task | undefined): Task {
    if (this.tasks.length >= 100_000) this.stop('more than 100,000 tasks', this.pos);
    const task = new Task(this, this.tasks.length, this.#uniqueName(options.name), options, parent, this.pos);
    if (parent !== undefined) parent.clock[parent.id] = (parent.clock[parent.id] ?? 0) + 1;
    this.tasks.push(task);
    return task;
  }

  #uniqueName(wanted: string): string {
    const name = wanted.replace(/[\s*/]+/g, '_') || 'task';
    const count = (this.#names.get(name) ?? 0) + 1;
    this.#names.set(name, count);
    if (count === 1 && !(INTERNAL_NAMES.has(name) && this.tasks.length > 0)) return name === 'g' ? 'g1' : name;
    return this.#uniqueNumbered(name, count);
  }

  #uniqueNumbered(name: string, count: number): string {
    const numbered = `${name.replace(/-?\d+$/, '')}${/-\d+$/.test(name) ? '-' : ''}${count}`;
    if (!this.tasks.some((task) => task.name === numbered)) return numbered;
    this.#names.set(name, count + 1);
    return this.#uniqueNumbered(name, count + 1);
  }

  current(): Task {
    return this.#current ?? (this.tasks[0] as Task);
  }

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
    if (resources.length > 16) {
      for (let i = resources.length - 1; i >= resources.length - 16; i--) if (resources[i] === resource && accesses[i] === access && tasks[i] === task) return;
    }
    resources.push(resource);
    accesses.push(access);
    tasks.push(task);
  }

  did(verb: string, resource: Shared | undefined, detail?: Detail): void {
    this.recorder?.did(verb, resource, detail);
  }

  release(before?: Stamp): Stamp {
    const task = this.current();
    const stamp: Stamp = { at: this.steps - 1, event: this.recorder?.count ?? 0, clock: task.clock.slice(), before };
    task.clock[task.id] = (task.clock[task.id] ?? 0) + 1;
    return stamp;
  }

  acquire(stamp: Stamp | undefined, value?: string, by?: TaskRef): void {
    const task = (by as Task | undefined) ?? this.current();
    for (let at = stamp; at !== undefined; at = at.before) {
      for (let i = 0; i < at.clock.length; i++) if ((at.clock[i] ?? 0) > (task.clock[i] ?? 0)) task.clock[i] = at.clock[i] as number;
      if (at.at !== this.steps - 1) this.footprint.after.push(at.at);
      this.recorder?.cause(at.event, value);
    }
    for (let i = 0; i < task.clock.length; i++) task.clock[i] ??= 0;
  }

  changed(): void {
    // Who can go on is asked anew before every step.
  }

  complete(operation: Operation<unknown>, value: unknown, shown?: { verb: string; resource: Shared | undefined; detail: Detail; stamp: Stamp | undefined; stampValue?: string | undefined }): void {
    const task = operation.owner as Task;
    operation.unpark();
    const show = shown === undefined ? undefined : () => {
      this.acquire(shown.stamp, shown.stampValue);
      this.did(shown.verb, shown.resource, shown.detail);
    };
    task.arrival = { value, show };
    task.operation = new ResumeOperation();
    task.operation.owner = task;
  }

  now(): number {
    return this.#time;
  }

  *sleep(ms: number, reason: 'sleep' | 'work' = 'sleep'): Body<void> {
    if (reason === 'work') yield new TakeCore(this);
    const deadline = (yield new SetAlarm(this, ms, reason === 'sleep')) as number;
    yield new Wake(this, deadline, reason);
  }

  timer(ms: number, name: string, fire: () => void, keepsAlive = false, every = false): { cancel(): boolean } {
    const task = this.#newTask({ name, kind: 'timer', onFailure: 'crash', keepsAlive }, this.#current);
    this.recorder?.born(task);
    const pos = this.pos;
    const wait = (): Wake => new Wake(this, this.now() + ms, 'sleep', task.ended);
    this.touch(this.clock, NOW);
    let next: Wake | undefined = wait();
    task.steps = firing(fire, () => (next = every ? wait() : undefined), () => next);
    task.steps.next();
    this.#wait(task, next);
    this.pos = pos;
    return {
      cancel: () => {
        const alarm = next;
        next = undefined;
        if (task.isDone || alarm === undefined) return false;
        this.touch(task.ended, SETTLE);
        if (task.operation === alarm) {
          alarm.cancel();
          task.state = 'returned';
          task.endStamp = this.release();
        }
        return true;
      },
    };
  }

  choose(n: number): number {
    return n > 1 ? 0 : 0;
  }

  /** The trace of a recorded run that has ended. */
  trace(): Trace {
    if (this.recorder === undefined || this.end === undefined) throw new InternalError('trace of a run that was not recorded to its end');
    return this.recorder.build(this.end);
  }

  /** The shortest schedule string that leads here: what the plain order would do anyway is left out at the end. */
  scheduleText(): string {
    let length = this.#scheduleEnd ?? this.schedule.length;
    while (length > 0 && this.schedule[length - 1]?.plain) length--;
    return formatSchedule(this.schedule.slice(0, length).map(({ task, alternative }) => (alternative === undefined || alternative === 0 ? { task } : { task, alternative })));
  }
}

/** Fires after its first wait, and again after each that follows. As in Node, the next wait begins before the callback runs. */
function* firing(fire: () => void, rearm: () => void, next: () => Wake | undefined): Steps {
  yield;
  for (;;) {
    rearm();
    fire();
    const wait = next();
    if (wait === undefined) return undefined;
    yield wait;
  }
}

function* once(operation: Operation<unknown>): Steps {
  return yield operation;
}

/** A primitive's body that was called and not awaited yet. */
export class LazyBody {
  readonly #run: Run;
  readonly #body: Body<unknown>;
  readonly #name: string;
  #promise: ModelPromise | undefined;

  constructor(run: Run, body: Body<unknown>, name: string) {
    this.#run = run;
    this.#body = body;
    this.#name = name;
  }

  /** Makes a task of it, once. */
  start(): ModelPromise {
    if (this.#run.unstarted?.promise === this) this.#run.unstarted = undefined;
    this.#promise ??= this.#run.startAsync(this.#run.bodySteps(this.#body), this.#name);
    return this.#promise;
  }

  then(done?: unknown, failed?: unknown): ModelPromise {
    return this.start().then(done, failed);
  }

  catch(failed?: unknown): ModelPromise {
    return this.start().catch(failed);
  }

  finally(last?: unknown): ModelPromise {
    return this.start().finally(last);
  }

  [PRINTED](): string {
    return 'Promise { <pending> }';
  }
}

/** The end of `main`: waits for the threads that keep the program alive. */
class EndOperation extends Operation<void> {
  readonly verb = 'end';
  readonly reason = 'end of the program';
  readonly resource = undefined;
  readonly #run: Run;

  constructor(run: Run) {
    super();
    this.#run = run;
  }

  missing(): Task[] {
    return this.#run.tasks.filter((task) => task.options.keepsAlive && !task.isDone);
  }

  ways(): number {
    return this.missing().length === 0 ? 1 : 0;
  }

  perform(): void {
    for (const task of this.#run.tasks) if (task.options.keepsAlive) new JoinOperation(this.#run, task).pass();
    this.#run.touch(this.#run.outputShared, LAST);
    this.#run.mainReturned = true;
    this.#run.endByRejection();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.#run.outputShared, LAST);
  }

  override waitsFor(): TaskRef | undefined {
    const missing = this.missing();
    return missing.length === 1 ? missing[0] : undefined;
  }
}
