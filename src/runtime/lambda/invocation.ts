import { print } from '#base';
import { Call, kernel, LimitReached, NOW, Operation, type Access, type Body, type Shared, type Stamp, type TaskRef } from '#kernel';
import { END, LEAVE, TIME_OUT } from './access.ts';
import type { Code } from './code.ts';
import { DEFAULT_MEMORY, LONGEST_RESTORE, LONGEST_TIMEOUT, RESTORE_FAILED, TIMED_OUT } from './constants.ts';
import type { Deployed } from './deployed.ts';
import type { Grant } from './function-state.ts';
import type { Hook } from './hooks.ts';
import type { Context, Handler, HandlerFactory } from './options.ts';
import { parcel, refusedResponse } from './payload.ts';
import { cpuTime, isRestored, runTime, startupOf } from './phases.ts';
import type { InvokeResult } from './result.ts';
import type { Tally } from './tally.ts';
import { sleep } from './time.ts';

type Ran = Extract<InvokeResult<unknown>, { status: 200 }>;

/** The end of an invocation: its environment is free again. */
class EndOperation extends Operation<void> {
  readonly verb = 'end';
  readonly reason = 'end';
  readonly resource: Shared;
  readonly #invocation: Invocation;
  readonly #outcome: Outcome;

  constructor(invocation: Invocation, outcome: Outcome) {
    super();
    this.#invocation = invocation;
    this.#outcome = outcome;
    this.resource = invocation.fn.shared;
  }

  ways(): number {
    return 1;
  }

  perform(): void {
    kernel().touch(this.resource, END);
    this.#invocation.end(this.#outcome);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, END);
    touch(this.#invocation.fn.region.clock, NOW);
    touch(this.#invocation.fn.region.pool, LEAVE);
  }
}

/** What a handler came to: a value, or an error. */
export interface Outcome {
  readonly payload: unknown;
  readonly failed: boolean;
  /** The environment's init phase has to run again. */
  readonly resets?: boolean;
}

/** One request in its environment: a task of its own, of kind `invocation`. */
export class Invocation {
  readonly fn: Deployed;
  readonly grant: Grant;
  readonly tallies: readonly Tally[];
  readonly task: TaskRef;
  result: Ran | undefined;
  answeredAt: Stamp | undefined;
  #init = 0;
  /** Milliseconds of the init phase that hooks took. */
  #hooks = 0;
  #begun: number;

  readonly #id: string | undefined;

  constructor(fn: Deployed, grant: Grant, event: unknown, tallies: readonly Tally[], id?: string) {
    this.#id = id;
    this.fn = fn;
    this.grant = grant;
    this.tallies = tallies;
    const k = kernel();
    this.#begun = k.now();
    const { region } = fn;
    this.task = k.spawn({ name: `${fn.state.name}-1`, kind: 'invocation', onFailure: 'reject', keepsAlive: false }, new Call(() => k.run(this.#run(event), 'invocation'), undefined, []));
    region.follow(this.task, region.chain + 1);
  }

  *#run(event: unknown): Body<void> {
    const k = kernel();
    const { environment, cold } = this.grant;
    k.acquire(environment.leftAt);
    const kind = environment.isProvisioned ? 'provisioned, ' : '';
    k.did(cold ? 'init' : 'enter', this.fn.shared, { note: `environment ${environment.id}, ${kind}${cold ? 'cold' : 'warm'}` });
    const { phase, within } = startupOf(this.grant);
    if (cold) {
      if (phase > 0) yield* k.sleep(phase);
      const trouble = isRestored(environment) ? yield* this.#restore(LONGEST_RESTORE - phase) : undefined;
      // Too late: its caller has been told, and nobody waits for what the handler would say.
      if (this.result !== undefined) return;
      this.#initialized();
      if (trouble !== undefined) {
        yield new EndOperation(this, trouble);
        return;
      }
    }
    this.#startTimer();
    const outcome = yield* this.#handle(event, within);
    yield new EndOperation(this, outcome);
  }

  /** Makes the handler out of the snapshot, and does what is to be done after that, within `limit`. Says what went wrong, if something did. */
  *#restore(limit: number): Body<Outcome | undefined> {
    const { environment } = this.grant;
    const { handler, snapshot } = environment.code;
    if (handler === undefined) return undefined;
    let hooks: readonly Hook[];
    try {
      const { made, afterRestore } = snapshot.restore(factoryOf(handler));
      environment.handler = made;
      hooks = afterRestore;
    } catch (error) {
      if (error instanceof LimitReached) throw error;
      return { payload: described(error), failed: true, resets: true };
    }
    if (hooks.length === 0) return undefined;
    const began = kernel().now();
    let isDone = false;
    kernel().timer(limit, 'restore', () => {
      kernel().touch(this.fn.shared, TIME_OUT);
      if (!isDone) this.end({ payload: RESTORE_FAILED.timeout, failed: true, resets: true });
    });
    try {
      for (const hook of hooks) yield new Call(hook, undefined, []);
      return undefined;
    } catch (error) {
      if (error instanceof LimitReached) throw error;
      return { payload: { ...RESTORE_FAILED.hook, cause: described(error) }, failed: true, resets: true };
    } finally {
      isDone = true;
      this.#hooks = kernel().now() - began;
    }
  }

  *#handle(event: unknown, within: number): Body<Outcome> {
    const { settings, handler } = this.grant.environment.code;
    const limit = settings.timeout ?? LONGEST_TIMEOUT;
    const fixed = within + runTime(settings);
    try {
      if (fixed > 0) yield* kernel().sleep(Math.min(fixed, limit));
      if (fixed > limit) return timedOut(limit);
      if (handler === undefined) return { payload: undefined, failed: false };
      const answer = parcel(yield* this.#call(handler, event));
      const refused = refusedResponse(answer);
      return refused === undefined ? { payload: answer.value, failed: false } : { payload: refused, failed: true };
    } catch (error) {
      if (error instanceof LimitReached) throw error;
      return { payload: described(error), failed: true };
    }
  }

  /** Calls the handler. A factory, which returns a handler rather than an answer, runs once in each environment. */
  *#call(handler: NonNullable<Code['handler']>, event: unknown): Body<unknown> {
    const { environment } = this.grant;
    const args = [event, this.#context()];
    const answer: unknown = yield new Call(environment.handler ?? (handler as Handler<never, unknown>), undefined, args);
    if (environment.handler !== undefined || typeof answer !== 'function') return answer;
    environment.handler = answer as Handler<never, unknown>;
    return yield new Call(environment.handler, undefined, args);
  }

  #initialized(): void {
    const now = kernel().now();
    this.#init = now - this.#begun;
    this.#begun = now;
    for (const tally of this.tallies) tally.initialized(now, this.grant);
  }

  /**
   * The handler's code cannot be stopped: from here on it is nobody's. Its environment starts anew. The timer is never cancelled, so
   * that the explorer sees it and the end of the handler at the same instant, and tries both orders.
   */
  #startTimer(): void {
    const { settings: { timeout }, handler } = this.grant.environment.code;
    if (timeout === undefined || handler === undefined) return;
    kernel().timer(timeout, 'timeout', () => {
      kernel().touch(this.fn.shared, TIME_OUT);
      this.end(timedOut(timeout));
    });
  }

  /** The first outcome counts. */
  end({ payload, failed, resets }: Outcome): void {
    if (this.result !== undefined) return;
    const k = kernel();
    const { fn, grant } = this;
    const now = fn.region.now();
    const init = this.#init;
    const took = { init, billedInit: isRestored(grant.environment) ? this.#hooks : init, duration: now - this.#begun, failed };
    fn.region.leave(fn.state, grant);
    fn.state.fleet.vacate(grant.environment, now);
    if (resets) {
      grant.environment.isReady = false;
      grant.environment.wasReset = true;
      grant.environment.handler = undefined;
    }
    for (const tally of this.tallies) tally.ended(now, grant, took);
    this.result = { status: 200, payload, ...(failed ? { functionError: 'Unhandled' as const } : {}), cold: grant.cold, executedVersion: grant.environment.code.version, environment: grant.environment.id, init: took.init, duration: took.duration };
    k.did(failed ? 'fail' : 'return', fn.shared, payload === undefined ? {} : { value: print(payload), flow: 'out' });
    grant.environment.leftAt = this.answeredAt = k.release();
    k.changed(fn.shared);
  }

  #context(): Context {
    const { fn, grant } = this;
    const { settings, version } = grant.environment.code;
    const ends = this.#begun + (settings.timeout ?? LONGEST_TIMEOUT);
    return Object.freeze({
      functionName: fn.state.name,
      functionVersion: version,
      awsRequestId: this.#id ?? this.task.name,
      memoryLimitInMB: String(settings.memory ?? DEFAULT_MEMORY),
      initializationType: grant.environment.isProvisioned ? 'provisioned-concurrency' : isRestored(grant.environment) ? 'snap-start' : 'on-demand',
      environment: grant.environment.id,
      tmp: grant.environment.tmp,
      getRemainingTimeInMillis: () => ends - fn.region.now(),
      work: (ms: number) => sleep(cpuTime(settings, ms)),
    });
  }
}

/** With SnapStart there has to be an init phase to take a snapshot of, and one that does not wait. */
function factoryOf(handler: NonNullable<Code['handler']>): () => Handler<never, unknown> {
  return () => {
    const made: unknown = (handler as HandlerFactory<never, unknown>)();
    if (typeof made !== 'function') throw new TypeError('with snapStart, handler is a function that returns the handler, and does not wait: what it does is what the snapshot is taken of');
    return made as Handler<never, unknown>;
  };
}

function timedOut(ms: number): Outcome {
  return { payload: { errorType: TIMED_OUT.errorType, errorMessage: TIMED_OUT.errorMessage(ms) }, failed: true, resets: true };
}

function described(error: unknown): { errorType: string; errorMessage: string } {
  return error instanceof Error ? { errorType: error.name, errorMessage: error.message } : { errorType: 'Error', errorMessage: print(error) };
}
