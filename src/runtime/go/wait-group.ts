import { checkFunction } from '#base';
import { ABOUT, ADD, Call, DONE, DONE_OWN, kernel, NEGATIVE, Operation, SHARED, WAIT, type Access, type Body, type Mark, type Shared, type Stamp } from '#kernel';
import { FIRST_ADD, LATE_WAIT } from './wait-group-access.ts';
import { go, taskName } from './go.ts';
import { Panic } from './panic.ts';

class WaitOperation extends Operation<void> {
  readonly verb = 'wait';
  readonly reason = 'sync.WaitGroup.Wait';
  readonly resource: Shared;
  readonly #group: WaitGroup;

  constructor(group: WaitGroup) {
    super();
    this.#group = group;
    this.resource = group[SHARED];
  }

  ways(): number {
    return this.#group.isZero() ? 1 : 0;
  }

  perform(): void {
    this.#group.passed();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WAIT);
  }
}

/**
 * Counts tasks that are still at work, and lets others wait until there are none.
 *
 * Order: every `done` happens before the `wait` that it lets through returns.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#WaitGroup (Go 1.27).
 *
 * @rules waitgroup
 * @example
 * const pages = ['/tea', '/jam'];
 * const sizes = new SyncMap<string, number>();
 * const wg = new WaitGroup();
 * for (const page of pages)
 *   wg.go(async () => { sizes.store(page, page.length); });
 * await wg.wait();
 * console.log(sizes.load('/jam')); // 4
 */
export class WaitGroup {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('waitgroup');
  #count = 0;
  /** Where the counter was raised, once for each time that nobody has lowered it for since. */
  readonly #raised: Mark[] = [];
  #doneAt: Stamp | undefined;
  /** The counter was above zero at some time. */
  #wasRaised = false;

  /**
   * Adds `delta`, which may be negative, to the counter. Call it before the task that it counts is started: an `add` that raises the
   * counter from zero, and of which a `wait` does not know, races with it.
   *
   * @throws Panic "sync: negative WaitGroup counter" if the counter falls below zero.
   */
  add(delta: number): void {
    this.#change(delta, 'add');
  }

  /** Takes one from the counter: the same as `add(-1)`. */
  done(): void {
    this.#change(-1, 'done');
  }

  /** Waits until the counter is zero. Returns at once if it is zero already, also when `add` has yet to be called. */
  wait(): Promise<void> {
    return kernel().submit(new WaitOperation(this));
  }

  /** Starts `body` in a goroutine of its own and counts it: `add(1)`, and `done()` when it returns (since Go 1.25). */
  go(body: () => unknown): void {
    checkFunction('WaitGroup.go', body, 'wg.go(work)');
    this.add(1);
    go(taskName(body), finishing(this, body));
  }

  /** @internal */
  isZero(): boolean {
    return this.#count === 0;
  }

  /** @internal */
  passed(): void {
    const k = kernel();
    // Before it comes to know who was done: this `wait` might have begun, and found the counter raised, earlier.
    k.touch(this[SHARED], this.#wasRaised ? LATE_WAIT : WAIT);
    k.acquire(this.#doneAt);
    k.did('wait', this[SHARED], { note: 'counter is 0' });
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    if (method === 'done') return { verb: 'done', access: DONE };
    return method === 'add' || method === 'go' ? { verb: String(method), access: ADD } : undefined;
  }

  #change(delta: number, verb: string): void {
    if (!Number.isInteger(delta)) throw new TypeError(`WaitGroup.add takes a whole number, not ${String(delta)}`);
    const k = kernel();
    const next = this.#count + delta;
    if (next < 0) {
      k.touch(this[SHARED], NEGATIVE);
      throw new Panic('sync: negative WaitGroup counter');
    }
    k.touch(this[SHARED], delta > 0 ? (this.#count === 0 ? FIRST_ADD : ADD) : this.#takeOwn(-delta) ? DONE_OWN : DONE);
    for (let i = 0; i < delta; i++) this.#raised.push(k.mark());
    this.#count = next;
    this.#wasRaised ||= next > 0;
    k.did(verb, this[SHARED], { note: `counter is ${next}` });
    if (delta <= 0) this.#doneAt = k.release(this.#doneAt);
    if (next === 0) k.changed(this[SHARED]);
  }

  /**
   * Takes back `n` of the times that the counter was raised, those first that the current task knows of: it raised it itself, or was
   * started afterwards. True if it knows of all of them: then nobody's `add` has to come before, for the counter not to fall below zero.
   */
  #takeOwn(n: number): boolean {
    let isOwn = true;
    for (let i = 0; i < n; i++) {
      const index = this.#raised.findLastIndex((mark) => kernel().isAfter(mark));
      isOwn &&= index >= 0;
      this.#raised.splice(Math.max(index, 0), 1);
    }
    return isOwn;
  }
}

/** Go's `defer wg.Done()` around `body`. */
function finishing(group: WaitGroup, body: () => unknown): () => unknown {
  return () => kernel().run(runAndFinish(group, body), 'go');
}

function* runAndFinish(group: WaitGroup, body: () => unknown): Body<void> {
  try {
    yield new Call(body, undefined, []);
  } finally {
    group.done();
  }
}
