import { checkFunction } from '#base';
import { ABOUT, Call, kernel, Operation, ReadyOperation, SHARED, type Access, type Body, type Shared, type Stamp, type TaskRef } from '#kernel';
import { Chan } from './channel.ts';
import { go } from './go.ts';

/** Bits: 1 begins a call, 2 joins one, 4 a call ends or is forgotten. Those who join one call do not notice one another. */
const BEGIN: Access = { bit: 1, after: 1 | 2 | 4, races: 1 | 2 | 4 };
const JOIN: Access = { bit: 2, after: 1 | 4, races: 1 | 4 };
const END: Access = { bit: 4, after: 1 | 2 | 4, races: 1 | 2 | 4 };
/** The result of a call. Bits: 1 it is there, 2 who waited for it has it. */
const SETTLED: Access = { bit: 1, after: 0, races: 0 };
const SEEN: Access = { bit: 2, after: 1, races: 0 };

/** What comes out of the channel of `doChan`. */
export interface Result<T> {
  readonly value: T | undefined;
  /** What the function threw, if it did. */
  readonly error: unknown;
  /** Whether several callers got this result. */
  readonly shared: boolean;
}

/** One run of a function, for all who ask for it meanwhile. */
class Flight {
  readonly ended: Shared = kernel().shared('other', { name: 'singleflight' });
  readonly leader: TaskRef;
  readonly channels: Chan<Result<unknown>>[] = [];
  followers = 0;
  outcome: { readonly failed: boolean; readonly value: unknown; readonly at: Stamp | undefined } | undefined;

  constructor(leader: TaskRef) {
    this.leader = leader;
  }
}

/** A `do`: begins a flight, or joins the one that is in the air. Never waits. */
class EnterOperation extends ReadyOperation<{ readonly flight: Flight; readonly isLeader: boolean }> {
  readonly verb = 'do';
  readonly reason = 'sync.WaitGroup.Wait';
  readonly resource: Shared;
  readonly #enter: () => { readonly flight: Flight; readonly isLeader: boolean };

  constructor(resource: Shared, enter: () => { readonly flight: Flight; readonly isLeader: boolean }) {
    super();
    this.resource = resource;
    this.#enter = enter;
  }

  perform(): { readonly flight: Flight; readonly isLeader: boolean } {
    return this.#enter();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, BEGIN);
  }
}

/** The leader has its result: whoever comes from now on begins a new flight. */
class LandOperation extends ReadyOperation<boolean> {
  readonly verb = 'land';
  readonly reason = 'ready';
  readonly resource: Shared;
  readonly #land: () => boolean;

  constructor(resource: Shared, land: () => boolean) {
    super();
    this.resource = resource;
    this.#land = land;
  }

  perform(): boolean {
    return this.#land();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, END);
  }
}

/** Those who joined wait for the result. */
class FollowOperation extends Operation<void> {
  readonly verb = 'do';
  readonly reason = 'sync.WaitGroup.Wait';
  readonly resource: Shared;
  readonly #flight: Flight;

  constructor(flight: Flight) {
    super();
    this.#flight = flight;
    this.resource = flight.ended;
  }

  ways(): number {
    return this.#flight.outcome === undefined ? 0 : 1;
  }

  perform(): void {
    const k = kernel();
    k.touch(this.resource, SEEN);
    k.acquire(this.#flight.outcome?.at);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, SEEN);
  }

  override holder(): TaskRef | undefined {
    return this.#flight.leader;
  }
}

/**
 * Runs a function once for all who ask for the same key at the same time. Nothing is kept: who asks after it has ended has it run again.
 *
 * Order: the end of the function happens before every `do` that gets its result returns.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/singleflight (x/sync at ec11c4a, 2026-11). Where Go's function returns an error, here it throws.
 *
 * @rules singleflight
 * @example
 * const fetched = new atomic.Int32();
 * const group = new singleflight.Group<string>();
 * const fetchTea = async () => { fetched.add(1); return 'tea'; };
 * const wg = new WaitGroup();
 * for (let i = 0; i < 2; i++)
 *   wg.go(async () => { await group.do('/tea', fetchTea); });
 * await wg.wait();
 * console.log(fetched.load()); // 1 or 2
 */
export class Group<T = unknown> {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('other');
  readonly #flights = new Map<unknown, Flight>();

  /**
   * Returns what `body` returns, and whether others got it too. If a call for `key` is going on already, waits for that one, and `body`
   * is not run.
   *
   * @throws what the function throws, the same for all who share it
   */
  do(key: unknown, body: () => T | Promise<T>): Promise<[value: T, shared: boolean]> {
    checkFunction('singleflight: do', body, 'group.do(key, work)');
    return kernel().run(this.#do(key, body), 'do') as Promise<[value: T, shared: boolean]>;
  }

  /** The same, with a channel that receives the result. The function runs in a goroutine of its own. Does not wait. */
  doChan(key: unknown, body: () => T | Promise<T>): Chan<Result<T>> {
    checkFunction('singleflight: doChan', body, 'group.doChan(key, work)');
    const channel = new Chan<Result<unknown>>(1);
    const { flight, isLeader } = this.#enter(key);
    flight.channels.push(channel);
    if (isLeader) go('doChan', () => kernel().run(this.#fly(key, flight, body), 'do'));
    return channel as Chan<Result<T>>;
  }

  /** Lets the next `do` for `key` run its own function, also if a call is going on. Does not wait. */
  forget(key: unknown): void {
    const k = kernel();
    k.touch(this[SHARED], END);
    k.did('forget', this[SHARED]);
    this.#flights.delete(key);
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'doChan') return { verb: 'doChan', access: BEGIN };
    return method === 'forget' ? { verb: 'forget', access: END } : undefined;
  }

  *#do(key: unknown, body: () => T | Promise<T>): Body<[unknown, boolean]> {
    const { flight, isLeader } = (yield new EnterOperation(this[SHARED], () => this.#enter(key))) as { readonly flight: Flight; readonly isLeader: boolean };
    let isShared = true;
    if (isLeader) isShared = (yield* this.#fly(key, flight, body)) as boolean;
    else yield new FollowOperation(flight);
    if (flight.outcome?.failed) throw flight.outcome.value;
    return [flight.outcome?.value, isShared];
  }

  #enter(key: unknown): { readonly flight: Flight; readonly isLeader: boolean } {
    const k = kernel();
    const flying = this.#flights.get(key);
    k.touch(this[SHARED], flying === undefined ? BEGIN : JOIN);
    k.did('do', this[SHARED], { note: flying === undefined ? 'runs the function' : `waits for ${flying.leader.name}` });
    if (flying !== undefined) {
      flying.followers++;
      return { flight: flying, isLeader: false };
    }
    const flight = new Flight(k.current());
    this.#flights.set(key, flight);
    return { flight, isLeader: true };
  }

  /** Runs the function. Returns whether others have joined. */
  *#fly(key: unknown, flight: Flight, body: () => T | Promise<T>): Body<boolean> {
    let failed = false;
    let value: unknown;
    try {
      value = yield new Call(body as (...args: never[]) => unknown, undefined, []);
    } catch (error) {
      failed = true;
      value = error;
    }
    return (yield new LandOperation(this[SHARED], () => this.#land(key, flight, failed, value))) as boolean;
  }

  #land(key: unknown, flight: Flight, failed: boolean, value: unknown): boolean {
    const k = kernel();
    k.touch(this[SHARED], END);
    k.touch(flight.ended, SETTLED);
    if (this.#flights.get(key) === flight) this.#flights.delete(key);
    flight.outcome = { failed, value, at: k.release() };
    k.changed(flight.ended);
    const shared = flight.followers > 0;
    // Each has room for the one value, so none of these waits.
    for (const channel of flight.channels) channel.sendNow({ value: failed ? undefined : value, error: failed ? value : undefined, shared });
    return shared;
  }
}
