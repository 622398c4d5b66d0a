import { quote } from '#base';
import { ABOUT, Call, kernel, Operation, ReadyOperation, SHARED, type Access, type Body, type Shared, type Stamp } from '#kernel';
import { Chan } from './channel.ts';
import { ContextNode, type Context } from './context-tree.ts';
import { Panic } from './panic.ts';
import { select } from './select.ts';

/**
 * Bits: 1 takes what is free, 2 gives back what it took while nobody waits, 4 anything else: joins or leaves the line, lets others in,
 * fails. Those who give back do not notice one another; those who take leave less for others.
 */
const TAKE: Access = { bit: 1, after: 1 | 2 | 4, races: 1 | 2 | 4 };
const GIVE: Access = { bit: 2, after: 4, races: 4 };
const OTHER: Access = { bit: 4, after: 1 | 2 | 4, races: 1 | 2 | 4 };

interface Waiter {
  readonly n: number;
  /** Closed when it is its turn. */
  readonly ready: Chan<never> | undefined;
  /** Completed when it is its turn, in place of `ready`, where nothing else can end its wait. */
  readonly turn: TurnOperation | undefined;
  /** It has its units, and has left the line. */
  isIn: boolean;
}

/** Natively, the wait of one that only its turn can end: it needs no channel. Whoever lets it in looks for it in the line. */
class TurnOperation extends Operation<void> {
  readonly verb = 'acquire';
  readonly reason = 'select';
  readonly resource: Shared;

  constructor(semaphore: Weighted) {
    super();
    this.resource = semaphore[SHARED];
  }

  override get isFoundByPartner(): boolean {
    return true;
  }

  ways(): number {
    return 0;
  }

  perform(): void {}

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, OTHER);
  }
}

/** First part of an `acquire`: takes what it needs, or joins the line. */
class EnterOperation extends ReadyOperation<Waiter | 'taken' | 'ended' | 'too much'> {
  readonly verb = 'acquire';
  readonly reason = 'select';
  readonly resource: Shared;
  readonly #semaphore: Weighted;
  readonly #ctx: Context;
  readonly #n: number;

  constructor(semaphore: Weighted, ctx: Context, n: number) {
    super();
    this.#semaphore = semaphore;
    this.#ctx = ctx;
    this.#n = n;
    this.resource = semaphore[SHARED];
  }

  perform(): Waiter | 'taken' | 'ended' | 'too much' {
    return this.#ctx.err() === undefined ? this.#semaphore.enter(this.#n) : 'ended';
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, OTHER);
  }
}

/**
 * A number of units of something, which tasks take and give back, several at a time. Make it with the number that there is.
 *
 * Who waits is served in the order in which it came: a task that needs much is not overtaken by those that need little.
 *
 * Order: a `release` happens before every later `acquire` returns.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/semaphore (x/sync at ec11c4a, 2026-11). Where Go returns an error, this throws it.
 *
 * @rules semaphore
 * @example
 * const ctx = context.background();
 * const seats = new semaphore.Weighted(3);
 * await seats.acquire(ctx, 2);
 * console.log(seats.tryAcquire(2)); // false
 * seats.release(2);
 * console.log(seats.tryAcquire(2)); // true
 */
export class Weighted {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('semaphore');
  readonly #size: number;
  #taken = 0;
  /** Those who wait begin at `#first`: to shift a long array is slow. */
  readonly #line: Waiter[] = [];
  #first = 0;
  /** What each task has taken and not given back, by its id. */
  readonly #held = new Map<number, number>();
  /** Some task gave back what another took: from here on, nobody is sure of his own. */
  #isMixedUp = false;
  #releasedAt: Stamp | undefined;

  constructor(size: number) {
    checkUnits('Weighted', size);
    this.#size = size;
  }

  /**
   * Takes `n` units. Waits while there are not enough, or while others wait already.
   *
   * @throws `ctx.err()` when `ctx` ends before that; also if it has ended already, whatever is free. Nothing is taken then. More units
   *   than there are never come: this waits for the end of `ctx`.
   */
  acquire(ctx: Context, n = 1): Promise<void> {
    if (!(ctx instanceof ContextNode)) throw new TypeError(`semaphore: acquire takes a context first, not ${quote(ctx)}. Write seats.acquire(context.background(), 2).`);
    checkUnits('acquire', n);
    const done = this.#isFree(n) ? kernel().atOnce() : undefined;
    if (done !== undefined && ctx.err() === undefined) {
      this.#take(n);
      return done;
    }
    const k = kernel();
    if (k.bothSidesMeet && n <= this.#size && ctx.done().isNil) {
      const turn = new TurnOperation(this);
      this.#line.push({ n, ready: undefined, turn, isIn: false });
      return k.wait(turn);
    }
    return k.run(acquire(this, ctx, n), 'acquire');
  }

  /** Takes `n` units if they are free and nobody waits, and says whether it did. Never waits. */
  tryAcquire(n = 1): boolean {
    checkUnits('tryAcquire', n);
    const k = kernel();
    if (this.#isFree(n)) {
      this.#take(n);
      return true;
    }
    k.touch(this[SHARED], OTHER);
    k.did('tryAcquire', this[SHARED], { note: 'failed' });
    return false;
  }

  /** Gives `n` units back, and lets those in for whom there is enough now. Does not wait. @throws Panic "semaphore: released more than held" */
  release(n = 1): void {
    checkUnits('release', n);
    const k = kernel();
    const isOwn = this.#mine() >= n && !this.#isMixedUp;
    k.touch(this[SHARED], isOwn && this.#line.length === this.#first ? GIVE : OTHER);
    if (this.#taken < n) throw new Panic('semaphore: released more than held');
    this.#isMixedUp ||= !isOwn;
    this.#taken -= n;
    this.#held.set(k.current().id, this.#mine() - n);
    k.did('release', this[SHARED], { note: `${this.#taken} of ${this.#size} taken` });
    this.#releasedAt = k.release(this.#releasedAt);
    this.#letIn();
  }

  /** @internal */
  enter(n: number): Waiter | 'taken' | 'too much' {
    const k = kernel();
    if (this.#isFree(n)) {
      this.#take(n);
      return 'taken';
    }
    k.touch(this[SHARED], OTHER);
    k.did('acquire', this[SHARED], { note: n > this.#size ? `there are only ${this.#size}` : `${this.#taken} of ${this.#size} taken` });
    if (n > this.#size) return 'too much';
    const waiter = { n, ready: new Chan<never>(0, 'turn'), turn: undefined, isIn: false };
    this.#line.push(waiter);
    return waiter;
  }

  /** @internal The waiter goes on: `isIn` if it is to have its units. */
  goOn(waiter: Waiter, isIn: boolean): void {
    const k = kernel();
    k.touch(this[SHARED], OTHER);
    const hasUnits = waiter.isIn;
    const place = hasUnits ? -1 : this.#line.indexOf(waiter, this.#first);
    if (hasUnits && isIn) {
      this.#held.set(k.current().id, this.#mine() + waiter.n);
      k.acquire(this.#releasedAt);
      k.did('acquire', this[SHARED]);
      return;
    }
    if (hasUnits) this.#taken -= waiter.n;
    else this.#line.splice(place, 1);
    if (hasUnits || place === this.#first) this.#letIn();
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'release' || method === 'tryAcquire' ? { verb: method, access: OTHER } : undefined;
  }

  #mine(): number {
    return this.#held.get(kernel().current().id) ?? 0;
  }

  #isFree(n: number): boolean {
    return this.#size - this.#taken >= n && this.#line.length === this.#first;
  }

  #take(n: number): void {
    const k = kernel();
    k.touch(this[SHARED], TAKE);
    k.acquire(this.#releasedAt);
    this.#taken += n;
    this.#held.set(k.current().id, this.#mine() + n);
    k.did('acquire', this[SHARED], { note: `${this.#taken} of ${this.#size} taken` });
  }

  #goesOn(turn: TurnOperation, n: number): void {
    const id = turn.owner?.id ?? -1;
    this.#held.set(id, (this.#held.get(id) ?? 0) + n);
    kernel().complete(turn, undefined);
  }

  /** Whoever is first in line, and finds enough, has its units from now on. */
  #letIn(): void {
    for (let first = this.#line[this.#first]; first !== undefined && this.#size - this.#taken >= first.n; first = this.#line[this.#first]) {
      this.#taken += first.n;
      this.#first++;
      if (this.#first * 2 > this.#line.length) {
        this.#line.splice(0, this.#first);
        this.#first = 0;
      }
      first.isIn = true;
      first.ready?.close();
      if (first.turn !== undefined) this.#goesOn(first.turn, first.n);
    }
  }
}

function* acquire(semaphore: Weighted, ctx: Context, n: number): Body<void> {
  const entered = (yield new EnterOperation(semaphore, ctx, n)) as Waiter | 'taken' | 'ended' | 'too much';
  if (entered === 'taken') return;
  if (entered === 'ended') throw ctx.err() as Error;
  if (entered === 'too much') {
    const done = ctx.done();
    yield new Call(done.receive, done, []);
    throw ctx.err() as Error;
  }
  yield select((entered.ready as Chan<never>).onReceive(), ctx.done().onReceive());
  // Also who got its units gives them back, if the context has ended by now.
  const error = ctx.err();
  semaphore.goOn(entered, error === undefined);
  if (error !== undefined) throw error;
}

function checkUnits(name: string, n: number): void {
  if (!Number.isInteger(n) || n < 0) throw new TypeError(`semaphore: ${name} takes a whole number of units, not ${quote(n)}`);
}
