import { kernel, NOW, Operation, type Access, type Body, type Shared } from '#kernel';
import { ARRIVE, LOAD } from './access.ts';
import { FIRST_ENDS, THEN_ARRIVALS } from './agenda.ts';
import { arrivals, type LoadOptions, type Pace } from './arrivals.ts';
import { AcceptOperation } from './async/queue.ts';
import { ASYNC_BACK_OFF, ASYNC_LONGEST_BACK_OFF, ASYNC_RETRIES, ASYNC_RETRY_WAITS, LONGEST_EVENT_AGE, LONGEST_TIMEOUT } from './constants.ts';
import type { Deployed } from './deployed.ts';
import type { Invocation } from './invocation.ts';
import { ArriveOperation } from './invoke.ts';
import type { Metrics } from './metrics.ts';
import { parcel } from './payload.ts';
import { isRestored, runTime, startupOf } from './phases.ts';
import { Tally } from './tally.ts';
import type { Sending } from './target.ts';
import { DrainOperation as WorkDone } from './work.ts';

/** Enters a load into the account's agenda, or catches up with it. */
class LoadOperation extends Operation<number> {
  readonly verb = 'load';
  readonly reason = 'load';
  readonly resource: Shared;
  readonly #fn: Deployed;
  readonly #act: (now: number) => void;
  readonly #note: string | undefined;

  constructor(fn: Deployed, note: string | undefined, act: (now: number) => void) {
    super();
    this.#fn = fn;
    this.#note = note;
    this.#act = act;
    this.resource = fn.shared;
  }

  ways(): number {
    return 1;
  }

  perform(): number {
    const k = kernel();
    const now = this.#fn.region.now();
    this.intend((resource, access) => k.touch(resource, access));
    this.#act(now);
    if (this.#note !== undefined) k.did('load', this.resource, { note: this.#note });
    return now;
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, ARRIVE);
    touch(this.#fn.region.clock, NOW);
    // A reservation keeps a function out of everybody else's way.
    if (this.#fn.state.reserved === undefined) touch(this.#fn.region.pool, LOAD);
  }
}

/** Waits until every invocation of a load has been answered. */
class DrainOperation extends Operation<void> {
  readonly verb = 'drain';
  readonly reason = 'load';
  readonly resource: Shared;
  readonly #running: readonly Invocation[];

  constructor(fn: Deployed, running: readonly Invocation[]) {
    super();
    this.#running = running;
    this.resource = fn.shared;
  }

  ways(): number {
    return this.#running.every(({ result }) => result !== undefined) ? 1 : 0;
  }

  perform(): void {
    for (const { answeredAt } of this.#running) kernel().acquire(answeredAt);
    kernel().did('drain', this.resource, { note: 'all answered' });
  }

  // The stamps alone order it: nobody can change an answer.
  intend(): void {}
}

/** Sends requests over virtual time and waits until all have been answered. */
export function* load(fn: Deployed, qualifier: string, options: LoadOptions): Body<Metrics> {
  const times = arrivals(options);
  const tally = new Tally();
  fn.loads.push(options);
  const note = `${times.length} requests`;
  const isEvent = options.type === 'Event';
  yield* fn.state.versions.latest.handler === undefined ? simulate(fn, qualifier, times, tally, note, isEvent) : isEvent ? sendEvents(fn, qualifier, times, tally) : send(fn, qualifier, times, tally);
  return tally.metrics();
}

/** Sends messages or records over virtual time, and waits until the last has been sent. What becomes of them is up to those who are given them. */
export function* loadInto<R>(pace: Pace, { each, last }: Sending<R>): Body<R | undefined> {
  yield* onTime(arrivals(pace), each);
  return last === undefined ? undefined : ((yield last()) as R);
}

/** Does what `sending` says at each of these times, whether or not what was done before has come to an end. */
function* onTime(times: readonly number[], sending: (n: number) => Operation<unknown>, done: (result: unknown) => void = () => {}): Body<void> {
  const k = kernel();
  const start = k.now();
  for (const [n, time] of times.entries()) {
    if (start + time > k.now()) yield* k.sleep(start + time - k.now());
    done(yield sending(n));
  }
}

/** A function that only takes time needs no tasks: its invocations are entries of the agenda. */
function* simulate(fn: Deployed, qualifier: string, times: readonly number[], tally: Tally, note: string, isEvent: boolean): Body<void> {
  const k = kernel();
  const { region } = fn;
  let lastEnd = 0;
  const arrive = (at: number): void => {
    const tallies = [fn.tally, tally];
    if (isEvent) return simulateEvent(fn, qualifier, at, tallies, (until) => (lastEnd = Math.max(lastEnd, until)));
    const end = simulateOne(fn, qualifier, at, tallies, () => {});
    if (end !== undefined) lastEnd = Math.max(lastEnd, end);
  };
  const start = (yield new LoadOperation(fn, note, (now) => {
    for (const time of times) region.agenda.enter(now + time, THEN_ARRIVALS + fn.state.index, arrive);
  })) as number;
  for (let until = start + (times.at(-1) ?? 0); until > k.now(); until = lastEnd) {
    yield* k.sleep(until - k.now());
    yield new LoadOperation(fn, undefined, () => {});
  }
}

/** A request that arrives at `at`. Returns when it will have been answered; undefined if it was turned away. */
function simulateOne(fn: Deployed, qualifier: string, at: number, tallies: readonly Tally[], ended: (now: number, failed: boolean) => void): number | undefined {
  const { region, state } = fn;
  const grant = region.admit(state, qualifier, at, tallies);
  if (typeof grant === 'string') return undefined;
  const { settings } = grant.environment.code;
  const limit = settings.timeout ?? LONGEST_TIMEOUT;
  const { phase: init, within } = startupOf(grant);
  const billedInit = isRestored(grant.environment) ? 0 : init;
  const whole = within + runTime(settings);
  const duration = Math.min(whole, limit);
  const failed = whole > limit;
  if (grant.cold) region.agenda.enter(at + init, FIRST_ENDS, (now) => tallies.forEach((tally) => tally.initialized(now, grant)));
  region.agenda.enter(at + init + duration, FIRST_ENDS, (now) => {
    state.fleet.vacate(grant.environment, now);
    if (failed) {
      grant.environment.isReady = false;
      grant.environment.wasReset = true;
    }
    for (const tally of tallies) tally.ended(now, grant, { init, billedInit, duration, failed });
    ended(now, failed);
  });
  return at + init + duration;
}

/** Invocations that run a learner's handler are tasks, started on time. */
function* send(fn: Deployed, qualifier: string, times: readonly number[], tally: Tally): Body<void> {
  const running: Invocation[] = [];
  yield* onTime(times, (n) => new ArriveOperation(fn, qualifier, n, [fn.tally, tally]), (arrived) => {
    if (typeof arrived !== 'string') running.push(arrived as Invocation);
  });
  yield new DrainOperation(fn, running);
}

/** An event that arrives at `since`, and every attempt at it: what `async/delivery.ts` does for a handler. `goesOn` is told how long it takes. */
function simulateEvent(fn: Deployed, qualifier: string, since: number, tallies: readonly Tally[], goesOn: (until: number) => void): void {
  const { region, settings, events, state } = fn;
  const { backlog } = events;
  const oldest = since + (settings.maxEventAge ?? LONGEST_EVENT_AGE);
  const giveUp = (now: number): void => {
    backlog.leave(now, since, false);
    events.dropped++;
  };
  const later = (at: number, act: (now: number) => void): void => {
    const isTooOld = at >= oldest;
    goesOn(Math.min(at, oldest));
    region.agenda.enter(Math.min(at, oldest), THEN_ARRIVALS + state.index, isTooOld ? giveUp : act);
  };
  const attempt = (at: number, failures: number, throttles: number): void => {
    const end = simulateOne(fn, qualifier, at, tallies, (now, failed) => {
      backlog.land(now);
      if (!failed) return;
      if (failures >= (settings.retryAttempts ?? ASYNC_RETRIES)) events.dropped++;
      else {
        backlog.wait(now, since);
        later(now + (ASYNC_RETRY_WAITS[failures] as number), (next) => attempt(next, failures + 1, throttles));
      }
    });
    if (end !== undefined) {
      backlog.leave(at, since, true);
      events.ages.push(at - since);
      goesOn(end);
    } else if (state.reserved === 0) giveUp(at);
    else later(at + Math.min(ASYNC_BACK_OFF * 2 ** throttles, ASYNC_LONGEST_BACK_OFF), (next) => attempt(next, failures, throttles + 1));
  };
  events.received++;
  backlog.wait(since, since);
  attempt(since, 0, 0);
}

/** Events for a learner's handler are tasks like any other. */
function* sendEvents(fn: Deployed, qualifier: string, times: readonly number[], tally: Tally): Body<void> {
  yield* onTime(times, (n) => new AcceptOperation(fn, qualifier, parcel(n), [fn.tally, tally]));
  yield new WorkDone(fn.region.work);
}
