import { fieldOf, InternalError, isErrorLike } from '#base';
import { BEFORE_END } from './access.ts';
import { withKernel } from './ambient.ts';
import { Bubble, BubbleWake, withinBounds, type BubbleErrors } from './bubble.ts';
import { Candidates } from './candidates.ts';
import { EndOperation } from './end-operation.ts';
import { Endings } from './endings.ts';
import { failureOf, stopped } from './ends.ts';
import { Jobs } from './jobs.ts';
import { Fairness } from './fairness.ts';
import { Footprint } from './footprint.ts';
import { Gil } from './gil.ts';
import type { Detail, Kernel, Mark, SpawnOptions, Stamp } from './kernel.ts';
import type { Steps } from './lowered.ts';
import type { Call} from './operation.ts';
import { Operation, type Body, type Outcome } from './operation.ts';
import type { PromiseClasses } from './promise-class.ts';
import { ModelPromise } from './promise.ts';
import { isThenable } from './thenable.ts';
import { PromiseObject } from './promise-object.ts';
import { Recorder } from './recorder.ts';
import { NotDeterministicError } from './replay.ts';
import { ScheduleLog } from './schedule-log.ts';
import { Witness } from './witness.ts';
import { DEFAULT_MAX_STEPS, type RunOptions } from './run-options.ts';
import type { Shared } from './shared.ts';
import { Submissions } from './submissions.ts';
import { plainOrder, type Beginning, type Candidate, type Strategy, type Taken } from './strategy.ts';
import { ResumeOperation, StartOperation, Task } from './task.ts';
import { TaskNames } from './task-names.ts';
import { LastWake, SetAlarm, TakeCore, Wake } from './time.ts';
import { startTimer } from './timers.ts';

const MAX_TASKS = 100_000;
const MOST_CALLERS = 5_000;
const NOBODY: readonly Candidate[] = [];
const NOTHING: Outcome = { failed: false, value: undefined };
const READY: unique symbol = Symbol('ready');

/**
 * One run of a program in the model: virtual time, one task at a time, every choice asked of a strategy.
 *
 * Invariants, between any two steps:
 * - every task that is alive has an operation: the thing that it is about to do, or waits in
 * - a task can go on if and only if its operation has a way
 */
export class Run extends Endings implements Kernel {
  readonly bothSidesMeet = false;
  readonly submissions = new Submissions(this);
  /** Operation that generated code is about to yield for. */
  proposed: Operation<unknown> | undefined = undefined;
  /** Where the program's `Promise` comes from, if runs share one. */
  promiseClasses: PromiseClasses | undefined = undefined;
  /** The program's `Promise`, once it was needed. */
  promiseClass: unknown = undefined;
  /** The proxies that the program made, if it made any, with their targets. The kernel does not look at them. */
  proxies: Map<object, object> | undefined = undefined;
  #readyValue: unknown = undefined;
  /** How to call learner code, and how to run a primitive's body; set by the lowered runtime. */
  callSteps: ((call: Call) => Steps) | undefined = undefined;
  /** How to wait for a thenable that a task returned. */
  awaitSteps: ((value: unknown) => Steps) | undefined = undefined;
  bodySteps: (body: Body<unknown>) => Steps = () => {
    throw new InternalError('a body before the program was loaded');
  };
  /** One for all tasks: it never waits, and nobody gets hold of it. */
  readonly #start = new StartOperation();
  readonly #candidates = new Candidates();
  readonly #jobs = new Jobs();
  #gil: Gil | undefined = undefined;
  /** What main does after its own steps. */
  readonly #atEnd: (() => Body<void>)[] = [];
  #names: TaskNames | undefined = undefined;
  #hasBubbles = false;

  protected readonly fairness: Fairness;
  readonly #onRace: ((first: number, second: number) => void) | undefined = undefined;

  /** `footprint` can be that of the run before, if that is over. */
  constructor(options: RunOptions = {}, footprint = new Footprint()) {
    super(options, footprint);
    if (options.record) {
      const recorder = new Recorder(this);
      this.recorder = recorder;
      this.#onRace = (first, second) => recorder.race(first, second);
    }
    this.fairness = new Fairness(options);
  }

  // --- steps -------------------------------------------------------------------------------------------------------------

  /** Runs `main` to the end of the program, asking `strategy` before every step. False: the strategy gave the run up. */
  go(main: () => Steps, strategy: Strategy = plainOrder): boolean {
    return withKernel(this, () => {
      const { beginning } = strategy;
      this.#names = beginning?.names ?? new TaskNames();
      const task = this.#newTask({ name: 'main', kind: 'main', onFailure: 'crash', keepsAlive: false }, undefined);
      this.#begin(task, this.#mainSteps(main));
      this.witness = beginning?.witness ?? new Witness();
      this.schedule = beginning?.schedule ?? new ScheduleLog();
      if (beginning !== undefined) this.#repeat(beginning);
      return this.#loop(strategy, this.schedule);
    });
  }

  /** Takes the steps of a run before once more. */
  #repeat({ steps, length }: Beginning): void {
    this.isRepeating = true;
    for (let i = 0; i < length; i++) {
      const { task: id, way, verb } = steps[i] as Taken;
      const task = this.tasks[id];
      if (task?.operation?.verb !== verb) throw new NotDeterministicError(i + 1, `${task?.name ?? `task ${id}`} was about to ${verb}`);
      this.#step(task, way, NOBODY);
    }
    this.isRepeating = false;
  }

  *#mainSteps(main: () => Steps): Steps {
    try {
      yield main();
    } catch (error) {
      if (isErrorLike(error) && fieldOf(error, 'name') === 'SystemExit') {
        const code: unknown = fieldOf(error, 'code');
        if (typeof code === 'string') this.print(code);
      } else if (this.tasks.some(({ options }) => options.kind === 'thread')) {
        // As in CPython, they are waited for.
        this.failure = failureOf(this, this.main, error);
        this.did('fail', undefined, { note: this.failure.message });
        // Without threads, as in Go, the program ends here and now.
      } else throw error;
    }
    for (const body of this.#atEnd) yield this.bodySteps(body());
    return yield new EndOperation(this);
  }

  #loop(strategy: Strategy, schedule: ScheduleLog): boolean {
    const maxSteps = this.options.maxSteps ?? DEFAULT_MAX_STEPS;
    for (;;) {
      const candidates = this.candidates();
      if (candidates.length === 0) return this.quiescent();
      if (this.steps >= maxSteps) return this.outOfSteps();
      const choice = strategy.choose(candidates, this.last);
      if (choice === undefined) return false;
      schedule.note(candidates, choice.task, choice.way, this.last);
      this.#step(choice.task, choice.way, candidates);
      if (this.end !== undefined && (this.recorder !== undefined || this.limit !== undefined)) return this.over();
    }
  }

  /** Tasks that can go on now, in order of birth; the list is good until the next step. With patient timers, alarms that would move the clock come only when nothing else can go. */
  candidates(): readonly Candidate[] {
    return this.#candidates.find(this.options.timers !== 'any');
  }

  #step(task: Task, way: number, candidates: readonly Candidate[]): void {
    this.beginFootprint();
    const operation = task.operation as Operation<unknown>;
    this.steps++;
    this.fairness.takes(task, this.steps);
    this.acting = task;
    this.pos = task.pos;
    this.recorder?.beginStep(task, candidates, this.last);
    task.bubble?.step();
    operation.unpark();
    task.operation = undefined;
    task.isReady = false;
    const arrival = task.arrival;
    task.arrival = undefined;
    if (arrival !== undefined) {
      arrival.show?.();
      this.#done(task, arrival.operation, false, arrival.value);
    } else {
      let value: unknown;
      let failed = false;
      try {
        value = operation.perform(way);
      } catch (error) {
        failed = true;
        value = error;
      }
      this.#done(task, operation, failed, value);
    }
    this.#drain(task);
    this.last = task;
    if (!this.isRepeating) this.witness?.step(this.steps - 1, this.footprint, this.#onRace);
    this.recorder?.endStep();
    this.acting = undefined;
  }

  #done(task: Task, operation: Operation<unknown>, failed: boolean, value: unknown): void {
    // For whoever awaits the same operation again.
    if (operation.isPublic) operation.outcome = failed || value !== undefined ? { failed, value } : NOTHING;
    this.#advance(task, failed, value);
  }

  /** Lets `task` run until it is about to do its next operation. What it yields that is steps itself is run first, like a function that it calls. */
  #advance(task: Task, failed: boolean, value: unknown): void {
    const outer = this.acting;
    this.acting = task;
    for (;;) {
      const steps = task.steps as Steps;
      let result: IteratorResult<unknown, unknown>;
      try {
        result = failed ? steps.throw(value) : steps.next(value);
      } catch (error) {
        const caller = this.limit === undefined ? task.callers?.pop() : undefined;
        if (caller === undefined) {
          this.submissions.settle();
          if (this.limit === undefined) this.finish(task, 'failed', error);
          break;
        }
        task.steps = caller;
        failed = true;
        value = error;
        continue;
      }
      failed = false;
      value = result.value;
      if (result.done) {
        const next = this.#afterReturn(task, value);
        if (next === undefined) break;
        task.steps = next.steps;
        value = next.value;
      } else if (value === READY) value = this.#readyValue;
      else if (value === undefined || value instanceof Operation) {
        // What is started now may propose something itself.
        const next = value instanceof Operation ? (value as Operation<unknown>) : this.#takeProposed();
        this.submissions.settle();
        if (this.limit === undefined) this.#wait(task, next);
        break;
      } else {
        // As deep as that is out of bounds in JavaScript too.
        failed = (task.callers ??= []).length >= MOST_CALLERS;
        if (failed) value = new RangeError('Maximum call stack size exceeded');
        else {
          task.callers.push(steps);
          task.steps = value as Steps;
          value = undefined;
        }
      }
    }
    if (this.limit !== undefined) this.end = stopped(this, task, this.limit.message, this.limit.pos);
    this.acting = outer;
  }

  /** `task`'s steps came to their end. What to go on with, and with which value; undefined if the task is done. */
  #afterReturn(task: Task, value: unknown): { steps: Steps; value: unknown } | undefined {
    // `return ch.receive()`: the task does it itself, rather than hand out a promise.
    const submitted = this.submissions.take(value);
    if (submitted !== undefined) return { steps: this.submissions.stepsOf(submitted), value: undefined };
    // What an async function returns is followed, if it is a promise itself.
    if ((task.callers !== undefined && task.callers.length > 0) || task.promise === undefined) if (isThenable(value) && this.awaitSteps !== undefined) return { steps: this.awaitSteps(value), value: undefined };
    const caller = task.callers?.pop();
    if (caller !== undefined) return { steps: caller, value };
    this.submissions.settle();
    if (this.limit === undefined) this.finish(task, 'returned', value);
    return undefined;
  }

  /** What to yield for a value that is there already. */
  ready(value: unknown): unknown {
    this.#readyValue = value;
    return READY;
  }

  #takeProposed(): Operation<unknown> {
    const operation = this.proposed;
    if (operation === undefined) throw new InternalError('a task yielded without an operation');
    this.proposed = undefined;
    return operation;
  }

  #wait(task: Task, wanted: Operation<unknown>): void {
    const operation = this.#hasBubbles ? withinBounds(task, wanted) : wanted;
    operation.owner = task;
    task.await(operation);
    task.pos = this.pos;
    operation.park();
  }

  #drain(task: Task): void {
    if (this.#jobs.isEmpty && this.limit === undefined) return;
    const isEmpty = this.#jobs.drain((error) => {
      if (this.limit === undefined) this.crash(this.current(), error);
    });
    if (!isEmpty) this.limit ??= { message: 'promise reactions that never come to an end', pos: this.pos };
    if (this.limit !== undefined) this.end ??= stopped(this, task, this.limit.message, this.limit.pos);
  }

  // --- tasks -------------------------------------------------------------------------------------------------------------

  /** `bubble`: where the task is to live, if not where its parent does. */
  spawn(options: SpawnOptions, call: Call, bubble?: Bubble): Task {
    if (this.callSteps === undefined) throw new InternalError('spawn before the program was loaded');
    const task = this.#newTask(options, this.acting, bubble);
    this.did(options.kind === 'thread' ? 'start' : 'go', undefined, { partner: task });
    this.#begin(task, this.callSteps(call));
    return task;
  }

  /** A bubble without anybody in it yet. */
  openBubble(errors: BubbleErrors): Bubble {
    this.#hasBubbles = true;
    return new Bubble(this, errors);
  }

  /** Tasks that `mark` was before, and that have not ended; timers are none. */
  leftSince({ task, tasks }: Mark): Task[] {
    return this.tasks.filter((one) => {
      if (one.isDone || one.options.kind === 'timer') return false;
      for (let at = one; at.id >= tasks && at.parent !== undefined; ) {
        if (at.parent === task) return true;
        at = this.tasks[at.parent] as Task;
      }
      return false;
    });
  }

  /** Lets all that can go on within `ms` do so, and then goes on. */
  *settle(ms: number): Body<void> {
    const end = this.now() + ms;
    yield this.acting?.bubble === undefined ? new LastWake(this, end) : this.alarm(end, 'sleep');
  }

  atEnd(body: () => Body<void>): void {
    this.#atEnd.push(body);
  }

  /** Starts an async function that was called without `await`: it runs until its first wait, then on its own. */
  startAsync(steps: Steps, name: string): ModelPromise {
    const task = this.#newTask({ name: name === '' ? 'async' : name, kind: 'async', onFailure: 'reject', keepsAlive: true }, this.acting);
    task.promise = new ModelPromise(this, task.ended);
    task.steps = steps;
    this.#advance(task, false, undefined);
    return task.promise;
  }

  timer(ms: number, name: string, fire: () => void, keepsAlive = false, every = false): { cancel(): boolean } {
    const task = this.#newTask({ name, kind: 'timer', onFailure: 'crash', keepsAlive }, this.acting);
    return startTimer(this, task, ms, fire, every, (operation) => this.#wait(task, operation));
  }

  #begin(task: Task, steps: Steps): void {
    task.steps = steps;
    this.#wait(task, this.#start);
  }

  #newTask(options: SpawnOptions, parent: Task | undefined, bubble = parent?.bubble): Task {
    if (this.tasks.length >= MAX_TASKS) this.stop(`more than ${MAX_TASKS.toLocaleString('en')} tasks`, this.pos);
    const task = new Task(this, this.tasks.length, this.#names?.of(this.tasks.length, options.name) ?? options.name, options, parent, this.pos, bubble);
    bubble?.add(task);
    if (parent !== undefined && !this.isRepeating) this.footprint.note('birth', parent, undefined, task);
    // The end of main waits for it, unless it came before.
    if (options.keepsAlive && parent !== undefined && parent.id > 0) this.touch(this.outputShared, BEFORE_END);
    this.tasks.push(task);
    this.#candidates.add(task);
    this.recorder?.born(task);
    return task;
  }

  // --- promises ----------------------------------------------------------------------------------------------------------

  job(job: () => void): void {
    this.#jobs.add(job);
  }

  promise(): ModelPromise {
    return new ModelPromise(this, this.shared('promise'));
  }

  settled({ failed, value }: Outcome): ModelPromise {
    const promise = this.promise();
    if (failed) promise.reject(value);
    else promise.resolve(value);
    return promise;
  }

  /** `Promise.resolve(value)`. */
  resolved(value: unknown): ModelPromise {
    const own = PromiseObject.behind(value);
    if (own !== undefined && (value as object).constructor === this.promiseClass) return own;
    const promise = this.promise();
    promise.resolve(value);
    return promise;
  }

  // --- operations --------------------------------------------------------------------------------------------------------

  submit<T>(operation: Operation<T>): Promise<T> {
    return this.submissions.submit(operation);
  }

  run<T>(body: Body<T>, name: string): Promise<T> {
    return this.submissions.submitBody(body, name);
  }

  promised<T>(operation: Operation<T>): Promise<T> {
    return this.submissions.promised(operation);
  }

  retry(): void {
    // Who can go on is asked anew before every step.
  }

  /** Here every operation is a step of its own. */
  atOnce(): undefined {
    return undefined;
  }

  atOnceWith(): never {
    throw new InternalError('an operation at once in the model');
  }

  wait(): never {
    throw new InternalError('an operation that is not submitted in the model');
  }

  complete(operation: Operation<unknown>, value: unknown, shown?: { verb: string; resource: Shared | undefined; detail: Detail; stamp: Stamp | undefined; stampValue?: string | undefined }): void {
    const task = operation.owner as Task;
    operation.unpark();
    const show = shown === undefined ? undefined : () => {
      this.acquire(shown.stamp, shown.stampValue);
      this.did(shown.verb, shown.resource, shown.detail);
    };
    task.arrival = { operation, value, show };
    const resume = new ResumeOperation();
    resume.owner = task;
    task.await(resume);
  }

  *sleep(ms: number, reason: 'sleep' | 'work' = 'sleep'): Body<void> {
    if (this.mode === 'cpython' && reason === 'work') return yield* this.#gilOfRun().work(ms);
    if (reason === 'work') yield new TakeCore(this);
    const deadline = (yield new SetAlarm(this, ms, reason === 'sleep')) as number;
    yield this.alarm(deadline, reason);
    if (this.#gil !== undefined) yield* this.#gil.attach();
  }

  /** An alarm of the current task, by the clock that it lives by. */
  alarm(deadline: number, reason: 'sleep' | 'work', timer?: Shared): Wake {
    const bubble = this.acting?.bubble;
    return bubble === undefined ? new Wake(this, deadline, reason, timer) : new BubbleWake(bubble, deadline, reason, timer);
  }

  /** There is none before somebody works. */
  #gilOfRun(): Gil {
    return (this.#gil ??= new Gil(this));
  }
}
