import { printThrown } from '#base';
import type { Standstill } from '#runtime/synctest/errors';
import { TaskNames, type Body, type Call, type Kernel, type Operation, type Shared, type SpawnOptions } from '#kernel';
import { RealClock, type Clock } from './clock.ts';
import { drive, type Doer, type Done } from './drive.ts';
import { lendChance } from './host-chance.ts';
import { makeLater, makeTaskStore, type Later, type TaskStore } from './host.ts';
import { NativeTask } from './native-task.ts';
import { Sleep, TakeCore, type Cores } from './time.ts';
import { Watch } from './standstill.ts';
import { Untraced } from './untraced.ts';
import { NativeShared, Waiting, type Keeper, type Line } from './waiting.ts';

/** Operations in a row that are done at once before the host gets a turn: else two tasks that never wait would keep every timer from going off. */
const TURN = 10_000;
const DONE: Promise<void> = Promise.resolve();

/**
 * The kernel on real promises and timers, with which the same primitives run in plain Node, in browsers and in workers, without any
 * lowering. What is ready is done at once, in the caller's turn; what is not waits in line and is done, first come first served, by
 * whoever changes what it waits for. So what becomes free goes to the one that has waited longest, and nobody overtakes.
 *
 * What it does not do: it writes no trace, knows no happens-before, and finds no race. It cannot tell which task calls, unless the host
 * keeps that across `await` (see `current`).
 *
 * Invariant: between any two calls, no operation that waits could go on.
 */
export class NativeKernel extends Untraced implements Kernel, Doer, Keeper {
  readonly bothSidesMeet = true;
  readonly mainReturned = false;
  readonly clock: Shared;
  /** Tasks that were started and have not ended. */
  readonly alive = new Set<NativeTask>();
  #watch: Watch | undefined;
  #waiting = 0;
  readonly time: Clock;
  protected readonly later: Later;
  readonly #cores: Cores;
  /** The task on whose behalf something is done now, if it is known. */
  #acting: NativeTask | undefined;
  #hasThreads = false;
  #store: TaskStore<NativeTask> | undefined;
  readonly main: NativeTask;
  readonly #threadNames = new TaskNames();
  readonly #owned = new Map<symbol, unknown>();
  #nextShared = 1;
  #nextTask = 1;
  #turn = TURN;

  constructor(clock?: Clock) {
    super();
    this.later = makeLater();
    this.time = clock ?? new RealClock(this.later);
    this.clock = this.shared('timer', { name: 'clock' });
    this.main = new NativeTask(0, 'main', { name: 'main', kind: 'main', onFailure: 'crash', keepsAlive: false }, this.shared('promise', { name: 'main' }));
    this.#cores = { shared: this.shared('cores', { name: 'cores' }), total: 1, free: 1 };
  }

  // --- operations --------------------------------------------------------------------------------------------------------

  submit<T>(operation: Operation<T>): Promise<T> {
    operation.owner = this.current();
    const ways = operation.ways();
    if (ways === 0) return this.wait(operation);
    let value: T;
    try {
      value = operation.perform(ways === 1 ? 0 : operation.plainWay(ways, Math.random));
    } catch (error) {
      return Promise.reject(error as Error);
    }
    return this.atOnceWith(value);
  }

  atOnce(): Promise<void> {
    return --this.#turn > 0 ? DONE : this.#afterTurn(undefined);
  }

  atOnceWith<T>(value: T): Promise<T> {
    return --this.#turn > 0 ? Promise.resolve(value) : this.#afterTurn(value);
  }

  /** The host gets a turn first. */
  #afterTurn<T>(value: T): Promise<T> {
    this.#turn = TURN;
    return new Promise((resolve) => { this.later(() => { resolve(value); }); });
  }

  promised<T>(operation: Operation<T>): Promise<T> {
    return (operation.promise ??= this.submit(operation)) as Promise<T>;
  }

  run<T>(body: Body<T>): Promise<T> {
    return drive(body, this);
  }

  attempt(operation: Operation<unknown>): Done | undefined {
    operation.owner = this.current();
    const ways = operation.ways();
    if (ways === 0) return undefined;
    try {
      return { failed: false, value: operation.perform(ways === 1 ? 0 : operation.plainWay(ways, Math.random)) };
    } catch (error) {
      return { failed: true, value: error };
    }
  }

  wait<T>(operation: Operation<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const waiting = new Waiting(this, operation as Operation<unknown>, this.current(), resolve as (value: unknown) => void, reject);
      operation.owner = waiting;
      if (operation.isFoundByPartner) {
        // Its primitive keeps it.
      } else if (operation.resource !== undefined && !operation.waitsAtSeveral) (operation.resource as NativeShared).join(waiting);
      else this.#joinAll(waiting);
      this.#began(waiting);
      operation.park();
    });
  }

  /** A select waits for each of its channels, and who has only so much time for the end of it too. */
  #joinAll(waiting: Waiting): void {
    const places = new Set<NativeShared>();
    const visit = (resource: Shared): void => void places.add(resource as NativeShared);
    waiting.operation.intend(visit);
    waiting.operation.meetings(visit);
    for (const place of places) place.join(waiting);
  }

  changed(resource: Shared): void {
    const { line } = resource as NativeShared;
    if (line?.first === undefined) return;
    if (line.isServed) line.hasChanged = true;
    else this.#serve(line);
  }

  /** Does what can be done now, first come first served. What is done may change the same thing again: then from the start once more. */
  #serve(line: Line): void {
    line.isServed = true;
    do {
      line.hasChanged = false;
      for (let place = line.first; place !== undefined; place = place.after) {
        if (place.isLeft) continue;
        const isDone = this.#retry(place.waiting);
        // One is as good to ask as another.
        if (!isDone && line.kind !== 'mixed') break;
      }
    } while (line.hasChanged);
    line.isServed = false;
  }

  #retry(waiting: Waiting): boolean {
    const { operation } = waiting;
    const ways = operation.ways();
    if (ways === 0) return false;
    this.#ended(waiting);
    const before = this.#acting;
    this.#acting = waiting.task;
    try {
      waiting.resolve(operation.perform(ways === 1 ? 0 : operation.plainWay(ways, Math.random)));
    } catch (error) {
      waiting.reject(error);
    } finally {
      this.#acting = before;
    }
    return true;
  }

  retry(operation: Operation<unknown>): void {
    this.#retry(operation.owner as Waiting);
  }

  complete(operation: Operation<unknown>, value: unknown): void {
    const waiting = operation.owner as Waiting;
    this.#ended(waiting);
    waiting.resolve(value);
  }

  /** From now on, keeps what waits and where it began to. Takes time. */
  watch(): void {
    this.#watch ??= new Watch();
    this.#store ??= makeTaskStore();
  }

  /** What waits now, of that which began to since `watch`. */
  standstill(): readonly Standstill[] {
    return this.#watch?.standstill() ?? [];
  }

  protected operations(): readonly Operation<unknown>[] {
    return this.#watch?.operations() ?? [];
  }

  #began(waiting: Waiting): void {
    this.#watch?.began(waiting);
    if (++this.#waiting === 1) this.time.need();
  }

  /** It may have begun to wait while another kernel was in charge. */
  #ended(waiting: Waiting): void {
    waiting.leaveAll();
    waiting.operation.unpark();
    waiting.keeper.left(waiting);
  }

  left(waiting: Waiting): void {
    this.#watch?.ended(waiting);
    if (--this.#waiting === 0) this.time.release();
  }

  // --- tasks -------------------------------------------------------------------------------------------------------------

  spawn(options: SpawnOptions, call: Call): NativeTask {
    const isThread = options.kind === 'thread';
    // To keep every name of a server's goroutines would be to keep ever more of them.
    const name = isThread ? this.#threadNames.unique(options.name) : options.name;
    const task = new NativeTask(this.#nextTask++, name, options, this.shared('promise', { name }));
    this.alive.add(task);
    // Only threads ask who they are, and on an older Node every promise pays for the answer.
    if (isThread) {
      this.#store ??= makeTaskStore();
      this.#hasThreads = true;
    }
    const begin = (): void => { void this.#live(task, call); };
    queueMicrotask(this.#store === undefined ? begin : () => this.#store?.run(task, begin));
    return task;
  }

  async #live(task: NativeTask, { callee, self, args }: Call): Promise<void> {
    const before = this.#acting;
    this.#acting = task;
    let result: unknown;
    try {
      try {
        result = Reflect.apply(callee, self, args as never[]);
      } finally {
        this.#acting = before;
      }
      await result;
    } catch (error) {
      this.#acting = task;
      this.#failed(task, error);
      this.#acting = before;
    }
    task.isDone = true;
    this.alive.delete(task);
    this.changed(task.ended);
  }

  #failed(task: NativeTask, error: unknown): void {
    if (task.options.onFailure !== 'report') return this.crash(error);
    if (task.options.onReport?.(error) === true) return;
    this.print(`Exception in thread ${task.name}:`);
    this.print(printThrown(error));
  }

  print(line: string): void {
    console.log(line);
  }

  /** Nobody knows when main has ended; and what only waits for more work does not keep Node from ending. */
  atEnd(_body: () => Body<void>): void {}

  own<T>(module: symbol, make: () => T): T {
    if (!this.#owned.has(module)) this.#owned.set(module, make());
    return this.#owned.get(module) as T;
  }

  /** Ends the program: nobody up the stack can catch it. In Node the process ends with an uncaught exception, in a browser the page is told of one. */
  protected crash(error: unknown): void {
    queueMicrotask(() => { throw error; });
  }

  /**
   * The task that calls, as far as it is known: within an operation, the task that waited in it; in the code of a thread, the thread, if
   * the host keeps such a thing across `await`; else `main`.
   */
  current(): NativeTask {
    return this.#acting ?? this.#store?.getStore() ?? this.main;
  }

  /** While there are no threads, whoever calls counts as `main`; goroutines are never asked. */
  knowsCaller(): boolean {
    return this.#store !== undefined || this.#acting !== undefined || !this.#hasThreads;
  }

  // --- resources ---------------------------------------------------------------------------------------------------------

  shared(...[kind, options]: Parameters<Kernel['shared']>): NativeShared {
    return new NativeShared(this.#nextShared++, kind, options);
  }

  // --- time --------------------------------------------------------------------------------------------------------------

  now(): number {
    return this.time.now();
  }

  *sleep(ms: number, reason: 'sleep' | 'work' = 'sleep'): Body<void> {
    if (reason === 'work') yield new TakeCore(this.#cores);
    yield new Sleep(this.time, ms, reason, (operation) => { this.complete(operation, undefined); });
    if (reason === 'work') this.#giveCore(1);
  }

  timer(ms: number, _name: string, fire: () => void, keepsAlive = false): { cancel(): boolean } {
    return this.time.set(ms, fire, keepsAlive);
  }

  readonly lendChance = lendChance;

  maxProcs(total?: number): number {
    const before = this.#cores.total;
    if (total !== undefined && total !== before) {
      this.#cores.total = total;
      this.#giveCore(total - before);
    }
    return before;
  }

  #giveCore(change: number): void {
    this.#cores.free += change;
    this.changed(this.#cores.shared);
  }
}
