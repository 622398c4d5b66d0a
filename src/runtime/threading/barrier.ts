import { quote } from '#base';
import { ABOUT, Call, kernel, Operation, refTo, SHARED, type Access, type Body, type Shared, type Stamp, type TaskRef } from '#kernel';
import { BrokenBarrierError, ValueError } from './errors.ts';
import { atLeastZero, within } from './timed.ts';

/**
 * Bits: 1 comes, or lets all go; 2 leaves; 4 breaks or resets; 8 looks. Who comes waits for those who leave, and cannot overtake them;
 * those who leave do not notice one another.
 */
const COME: Access = { bit: 1, after: 1 | 2 | 4 | 8, races: 1 | 4 | 8 };
const LEAVE: Access = { bit: 2, after: 1 | 4 | 8, races: 4 | 8 };
const CHANGE: Access = { bit: 4, after: 1 | 2 | 4 | 8, races: 1 | 2 | 4 | 8 };
const LOOK: Access = { bit: 8, after: 1 | 2 | 4, races: 1 | 2 | 4 };

/** An operation that has to wait while some thread runs the barrier's action. */
abstract class BarrierOperation<T> extends Operation<T> {
  abstract override readonly verb: string;
  readonly reason = 'Barrier.wait';
  readonly resource: Shared;
  protected readonly barrier: Barrier;
  readonly #access: Access;

  constructor(barrier: Barrier, access: Access) {
    super();
    this.barrier = barrier;
    this.#access = access;
    this.resource = barrier[SHARED];
  }

  ways(): number {
    return this.barrier.acting === undefined ? 1 : 0;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.#access);
  }

  override holder(): TaskRef | undefined {
    return this.barrier.acting;
  }
}

class ComeOperation extends BarrierOperation<number> {
  readonly verb = 'wait';

  constructor(barrier: Barrier) {
    super(barrier, COME);
  }

  override ways(): number {
    return this.barrier.isEmptying() ? 0 : super.ways();
  }

  perform(): number {
    return this.barrier.come();
  }
}

class LeaveOperation extends BarrierOperation<void> {
  readonly verb = 'pass';

  constructor(barrier: Barrier) {
    super(barrier, LEAVE);
  }

  override ways(): number {
    return this.barrier.isFilling() ? 0 : super.ways();
  }

  perform(): void {
    this.barrier.leave();
  }
}

class ChangeOperation extends BarrierOperation<void> {
  readonly verb: 'abort' | 'reset';

  constructor(barrier: Barrier, verb: 'abort' | 'reset') {
    super(barrier, CHANGE);
    this.verb = verb;
  }

  perform(): void {
    this.barrier.change(this.verb);
  }
}

/**
 * Python's `threading.Barrier`: `parties` threads wait for one another, and then go on together; after that it can be used again.
 *
 * If the time of one runs out, or somebody aborts it, the barrier is *broken*: who waits, and who comes, is told by an error until it
 * is reset. So nobody waits for one who will not come.
 *
 * Order: what each thread does before its `wait` happens before what any of them does after it.
 *
 * Semantics mirrored: https://docs.python.org/3/library/threading.html#barrier-objects (3.14).
 *
 * @rules threading-locks#barrier
 * @example
 * const start = new Barrier(2);
 * const runner = async () => { await start.wait(); };
 * new Thread({ target: runner }).start();
 * const place = await start.wait();
 * console.log(place); // 0 or 1
 */
export class Barrier {
  /** @internal */
  readonly [SHARED]: Shared;
  /** How many threads have to come. */
  readonly parties: number;
  readonly #action: (() => unknown) | undefined;
  readonly #timeout: number | undefined;
  #state: 'filling' | 'draining' | 'resetting' | 'broken' = 'filling';
  #count = 0;
  #came: Stamp | undefined;
  /** @internal The thread that runs the action. */
  acting: TaskRef | undefined = undefined;

  /**
   * `action` is run by one of the threads, the last to come, before any goes on. `timeout`, in seconds, is that of each `wait` without its
   * own.
   *
   * @throws ValueError "parties must be >= 1"
   */
  constructor(parties: number, action?: () => unknown, timeout?: number) {
    if (!Number.isInteger(parties)) throw new TypeError(`Barrier takes how many threads have to come, not ${quote(parties)}`);
    if (parties < 1) throw new ValueError('parties must be >= 1');
    if (action !== undefined && typeof action !== 'function') throw new TypeError('the action of a Barrier is a function: new Barrier(2, swap), not new Barrier(2, swap()).');
    this.parties = parties;
    this.#action = action;
    this.#timeout = atLeastZero('Barrier', timeout);
    this[SHARED] = kernel().shared('condition');
  }

  /**
   * Waits until `parties` threads have come. Returns a number from 0 to `parties` - 1, another one for each thread: the order in which they
   * came. Who comes while the last round still leaves waits for that first.
   *
   * @throws BrokenBarrierError if the barrier is broken or reset before all have come, or `timeout` seconds are over; that breaks it. Whatever
   *   the action throws, the thread that ran it throws, and the others this.
   */
  wait(timeout: number | undefined = this.#timeout): Promise<number> {
    return kernel().run(waitAt(this, this.#action, atLeastZero('Barrier.wait', timeout)), 'wait');
  }

  /** Empties the barrier for use anew. Who waits gets a `BrokenBarrierError`. Waits for the action to end, if it is running. */
  reset(): Promise<void> {
    return kernel().submit(new ChangeOperation(this, 'reset'));
  }

  /** Breaks the barrier. Who waits, and who comes, gets a `BrokenBarrierError`. Waits for the action to end, if it is running. */
  abort(): Promise<void> {
    return kernel().submit(new ChangeOperation(this, 'abort'));
  }

  /** How many wait now. */
  get nWaiting(): number {
    kernel().touch(this[SHARED], LOOK);
    return this.#state === 'filling' ? this.#count : 0;
  }

  /** Whether it is broken. */
  get broken(): boolean {
    kernel().touch(this[SHARED], LOOK);
    return this.#state === 'broken';
  }

  /** @internal */
  [ABOUT](member: PropertyKey): { verb: string; access: Access } | undefined {
    return member === 'broken' || member === 'nWaiting' ? { verb: member, access: LOOK } : undefined;
  }

  /** @internal */
  isFilling(): boolean {
    return this.#state === 'filling';
  }

  /** @internal The threads of the last round, or those who were told of a reset, have not all gone on. */
  isEmptying(): boolean {
    return this.#state === 'draining' || this.#state === 'resetting';
  }

  /** @internal */
  come(): number {
    const k = kernel();
    k.touch(this[SHARED], COME);
    if (this.#state === 'broken') throw broken();
    const index = this.#count++;
    k.did('wait', this[SHARED], { note: `${this.#count} of ${this.parties}` });
    this.#came = k.release(this.#came);
    if (this.#count < this.parties) return index;
    k.acquire(this.#came);
    if (this.#action === undefined) this.letGo();
    else this.acting = refTo(k.current());
    return index;
  }

  /** @internal All have come, and the action is done. */
  letGo(): void {
    const k = kernel();
    if (this.acting !== undefined) {
      k.touch(this[SHARED], COME);
      this.#came = k.release(this.#came);
    }
    this.acting = undefined;
    this.#state = 'draining';
    this.#out();
    k.changed(this[SHARED]);
  }

  /** @internal The action failed. */
  giveUp(): void {
    this.acting = undefined;
    this.#break('the action failed');
    this.#out();
  }

  /** @internal */
  leave(): void {
    const k = kernel();
    k.touch(this[SHARED], LEAVE);
    k.acquire(this.#came);
    k.did('pass', this[SHARED]);
    const isBroken = this.#state !== 'draining';
    this.#out();
    if (isBroken) throw broken();
  }

  /** @internal */
  late(): never {
    this.#break('timed out');
    this.#out();
    throw broken();
  }

  /** @internal */
  change(verb: 'abort' | 'reset'): void {
    if (verb === 'abort') return this.#break('abort');
    const k = kernel();
    k.touch(this[SHARED], CHANGE);
    k.did('reset', this[SHARED]);
    if (this.#count === 0) this.#state = 'filling';
    else if (this.#state === 'filling' || this.#state === 'broken') this.#state = 'resetting';
    k.changed(this[SHARED]);
  }

  #break(note: string): void {
    const k = kernel();
    k.touch(this[SHARED], CHANGE);
    k.did('break', this[SHARED], { note });
    this.#came = k.release(this.#came);
    this.#state = 'broken';
    k.changed(this[SHARED]);
  }

  /** One thread less. The last one makes room for the next round. */
  #out(): void {
    if (--this.#count > 0) return;
    if (this.isEmptying()) this.#state = 'filling';
    this.#came = undefined;
    kernel().changed(this[SHARED]);
  }
}

const broken = (): BrokenBarrierError => new BrokenBarrierError('the barrier is broken: a thread was late, or it was aborted or reset while threads waited');

function* waitAt(barrier: Barrier, action: (() => unknown) | undefined, seconds: number | undefined): Body<number> {
  const index = (yield new ComeOperation(barrier)) as number;
  if (index + 1 < barrier.parties) {
    yield within(new LeaveOperation(barrier), CHANGE, seconds, () => barrier.late(), () => barrier.acting === undefined);
    return index;
  }
  if (action === undefined) return index;
  try {
    yield new Call(action as (...args: never[]) => unknown, undefined, []);
  } catch (error) {
    barrier.giveUp();
    throw error;
  }
  barrier.letGo();
  return index;
}
