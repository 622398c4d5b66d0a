import { kernel, NOW, Operation, type Access, type Body, type Shared } from '#kernel';
import { ARRIVE, LOAD } from './access.ts';
import { FIRST_ENDS, THEN_ARRIVALS } from './agenda.ts';
import { arrivals, type LoadOptions } from './arrivals.ts';
import { LONGEST_TIMEOUT, type ThrottleReason } from './constants.ts';
import type { Deployed } from './deployed.ts';
import type { Invocation } from './invocation.ts';
import { ArriveOperation } from './invoke.ts';
import type { Metrics } from './metrics.ts';
import { runTime, startupOf } from './phases.ts';
import { Tally } from './tally.ts';

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
  const note = `${times.length} requests`;
  yield* fn.handler === undefined ? simulate(fn, qualifier, times, tally, note) : send(fn, qualifier, times, tally);
  return tally.metrics();
}

/** A function that only takes time needs no tasks: its invocations are entries of the agenda. */
function* simulate(fn: Deployed, qualifier: string, times: readonly number[], tally: Tally, note: string): Body<void> {
  const k = kernel();
  const { region } = fn;
  let lastEnd = 0;
  const arrive = (at: number): void => {
    const end = simulateOne(fn, qualifier, at, [fn.tally, tally]);
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
function simulateOne(fn: Deployed, qualifier: string, at: number, tallies: readonly Tally[]): number | undefined {
  const { region, state, settings } = fn;
  const grant = region.admit(state, qualifier, at, tallies);
  if (typeof grant === 'string') return undefined;
  const limit = settings.timeout ?? LONGEST_TIMEOUT;
  const { phase: init, within } = startupOf(settings, grant);
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
    for (const tally of tallies) tally.ended(now, grant, { init, duration, failed });
  });
  return at + init + duration;
}

/** Invocations that run a learner's handler are tasks, started on time. */
function* send(fn: Deployed, qualifier: string, times: readonly number[], tally: Tally): Body<void> {
  const k = kernel();
  const start = k.now();
  const running: Invocation[] = [];
  for (const [i, time] of times.entries()) {
    if (start + time > k.now()) yield* k.sleep(start + time - k.now());
    const arrived = (yield new ArriveOperation(fn, qualifier, i, [fn.tally, tally])) as Invocation | ThrottleReason;
    if (typeof arrived !== 'string') running.push(arrived);
  }
  yield new DrainOperation(fn, running);
}
