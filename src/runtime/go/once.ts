import { checkFunction } from '#base';
import { Call, kernel, Operation, refTo, SHARED, type Access, type Body, type Shared, type Stamp, type TaskRef } from '#kernel';

/** Bits: 1 came first, 2 came later, 4 the function has ended. Those who come later do not notice one another. */
const FIRST: Access = { bit: 1, after: 1, races: 1 };
const LATER: Access = { bit: 2, after: 1 | 4, races: 1 };
const ENDED: Access = { bit: 4, after: 1, races: 0 };

/** Completes with true for the task that comes first. The others wait until its function has ended. */
class EnterOperation extends Operation<boolean> {
  readonly verb = 'once';
  /** Those who wait in Go wait for the mutex inside, and its leak profile and tracebacks say so. */
  readonly reason = 'sync.Mutex.Lock';
  readonly resource: Shared;
  readonly #once: Once;

  constructor(once: Once) {
    super();
    this.#once = once;
    this.resource = once[SHARED];
  }

  ways(): number {
    return this.#once.runner() === undefined ? 1 : 0;
  }

  perform(): boolean {
    return this.#once.enter();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, LATER);
  }

  override holder(): TaskRef | undefined {
    return this.#once.runner();
  }
}

/**
 * Runs a function at most once, whoever calls first.
 *
 * Order: the end of the function happens before any call of `do` returns.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#Once (Go 1.27). Those who wait are listed under `sync.Mutex.Lock`, as in Go: they wait for
 * the mutex inside.
 *
 * @rules once
 * @example
 * const once = new Once();
 * const connect = () => { console.log('connected'); }; // connected
 * await once.do(connect);
 * await once.do(connect);
 */
export class Once {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('once');
  #state: 'new' | 'running' | 'done' = 'new';
  #runner: TaskRef | undefined;
  #endedAt: Stamp | undefined;

  /**
   * Runs `body` if this is the first call of `do` on this `Once`, whatever function the calls bring. Other calls wait until it has
   * ended. A `body` that calls `do` of the same `Once` waits for itself.
   *
   * @throws what `body` throws, to the first caller alone: a function that failed has been run, and will not be run again
   */
  do(body: () => unknown): Promise<void> {
    checkFunction('Once.do', body, 'once.do(work)');
    return kernel().run(runOnce(this, body), 'once');
  }

  /** @internal The task that runs the function now. */
  runner(): TaskRef | undefined {
    return this.#runner;
  }

  /** @internal */
  enter(): boolean {
    const k = kernel();
    const isFirst = this.#state === 'new';
    k.touch(this[SHARED], isFirst ? FIRST : LATER);
    k.acquire(this.#endedAt);
    if (isFirst) {
      this.#state = 'running';
      this.#runner = refTo(k.current());
    }
    k.did('once', this[SHARED], { note: isFirst ? 'runs the function' : 'was run' });
    return isFirst;
  }

  /** @internal */
  leave(): void {
    const k = kernel();
    k.touch(this[SHARED], ENDED);
    this.#state = 'done';
    this.#runner = undefined;
    this.#endedAt = k.release();
    k.changed(this[SHARED]);
  }
}

function* runOnce(once: Once, body: () => unknown): Body<void> {
  if (!((yield new EnterOperation(once)) as boolean)) return;
  try {
    yield new Call(body as (...args: never[]) => unknown, undefined, []);
  } finally {
    once.leave();
  }
}

/**
 * A function that runs `body` when it is first called, and never again. If `body` fails, every call fails with the same error.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#OnceFunc (Go 1.27).
 *
 * @rules once
 * @example
 * const connect = onceFunc(() => {
 *   console.log('connected'); // connected
 * });
 * await connect();
 * await connect();
 */
export function onceFunc(body: () => unknown): () => Promise<void> {
  checkFunction('onceFunc', body);
  const value = new OnceValue(body);
  return () => kernel().run(callForEffect(value), 'onceFunc');
}

/**
 * A function that runs `body` when it is first called, and returns what it returned to every caller. If `body` fails, every call
 * fails with the same error.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#OnceValue (Go 1.27). For Go's OnceValues, return an array.
 *
 * @rules once
 * @example
 * let reads = 0;
 * const config = onceValue(() => ({ port: 80, reads: ++reads }));
 * console.log((await config()).port); // 80
 * console.log((await config()).reads); // 1
 */
export function onceValue<T>(body: () => T): () => Promise<Awaited<T>> {
  checkFunction('onceValue', body);
  const value = new OnceValue(body);
  return () => kernel().run(value.get(), 'onceValue') as Promise<Awaited<T>>;
}

/** What came of a function that is run once. */
class OnceValue {
  readonly #once = new Once();
  readonly #body: () => unknown;
  #failed = false;
  #result: unknown;

  constructor(body: () => unknown) {
    this.#body = body;
  }

  *get(): Body<unknown> {
    yield* runOnce(this.#once, () => kernel().run(this.#run(), 'once'));
    if (this.#failed) throw this.#result;
    return this.#result;
  }

  *#run(): Body<void> {
    try {
      this.#result = yield new Call(this.#body as (...args: never[]) => unknown, undefined, []);
    } catch (error) {
      this.#failed = true;
      this.#result = error;
    }
  }
}

function* callForEffect(value: OnceValue): Body<void> {
  yield* value.get();
}
