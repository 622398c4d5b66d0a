import type { Usage } from './bill.ts';
import type { Code } from './code.ts';
import type { ThrottleReason } from './constants.ts';
import type { Grant } from './function-state.ts';
import { statistic, type ConcurrencyPoint, type CountPoint, type Metrics } from './metrics.ts';
import { isRestored } from './phases.ts';

type State = 'initializing' | 'onDemand' | 'provisioned';

/** What an invocation took, in milliseconds. */
interface Took {
  readonly init: number;
  /** What of it is billed, where that is not all. */
  readonly billedInit?: number;
  readonly duration: number;
  readonly failed: boolean;
}

/** Counts what happens to requests. One for each function, one for each load. */
export class Tally {
  #invocations = 0;
  #errors = 0;
  #throttles = 0;
  #provisioned = 0;
  #spilled = 0;
  #peak = 0;
  #coldStarts = 0;
  readonly #used = new Map<Code, { requests: number; onDemand: number; provisioned: number; restores: number }>();
  readonly #reasons: Partial<Record<ThrottleReason, number>> = {};
  readonly #durations: number[] = [];
  readonly #inits: number[] = [];
  readonly #latencies: number[] = [];
  readonly #series: ConcurrencyPoint[] = [];
  readonly #counts: CountPoint[] = [];
  readonly #now = { initializing: 0, onDemand: 0, provisioned: 0 };

  throttled(at: number, reason: ThrottleReason): void {
    this.#throttles++;
    this.#count(at);
    this.#reasons[reason] = (this.#reasons[reason] ?? 0) + 1;
  }

  began(at: number, grant: Grant): void {
    this.#invocations++;
    const used = this.#usedBy(grant);
    used.requests++;
    if (grant.cold && isRestored(grant.environment)) used.restores++;
    if (grant.cold) {
      this.#coldStarts++;
      this.#count(at);
    }
    if (grant.environment.isProvisioned) this.#provisioned++;
    if (grant.spilled) this.#spilled++;
    this.#move(at, undefined, grant.cold ? 'initializing' : working(grant));
  }

  /** The init phase is over. */
  initialized(at: number, grant: Grant): void {
    this.#move(at, 'initializing', working(grant));
  }

  ended(at: number, grant: Grant, { init, billedInit = init, duration, failed }: Took): void {
    if (failed) {
      this.#errors++;
      this.#count(at);
    }
    // A suppressed init is part of the duration, and AWS does not report it by itself.
    if (grant.cold && !grant.suppressed) this.#inits.push(init);
    this.#usedBy(grant)[grant.environment.isProvisioned ? 'provisioned' : 'onDemand'] += Math.ceil(billedInit + duration);
    this.#durations.push(duration);
    this.#latencies.push(init + duration);
    this.#move(at, working(grant), undefined);
  }

  /** What the bill is made of, for each version. */
  usage(): readonly Usage[] {
    return [...this.#used].map(([{ settings }, used]) => ({ settings, ...used }));
  }

  metrics(): Metrics {
    return {
      Invocations: this.#invocations,
      Errors: this.#errors,
      Throttles: this.#throttles,
      ConcurrentExecutions: this.#peak,
      ProvisionedConcurrencyInvocations: this.#provisioned,
      ProvisionedConcurrencySpilloverInvocations: this.#spilled,
      Duration: statistic(this.#durations),
      InitDuration: statistic(this.#inits),
      requests: this.#invocations + this.#throttles,
      coldStarts: this.#coldStarts,
      latency: statistic(this.#latencies),
      throttledBecause: { ...this.#reasons },
      series: this.#series.slice(),
      counts: this.#counts.slice(),
    };
  }

  #usedBy({ environment: { code } }: Grant): { requests: number; onDemand: number; provisioned: number; restores: number } {
    const used = this.#used.get(code) ?? { requests: 0, onDemand: 0, provisioned: 0, restores: 0 };
    this.#used.set(code, used);
    return used;
  }

  #count(at: number): void {
    if (this.#counts.at(-1)?.at === at) this.#counts.pop();
    this.#counts.push({ at, coldStarts: this.#coldStarts, throttles: this.#throttles, errors: this.#errors });
  }

  #move(at: number, from: State | undefined, to: State | undefined): void {
    if (from !== undefined) this.#now[from]--;
    if (to !== undefined) this.#now[to]++;
    const { initializing, onDemand, provisioned } = this.#now;
    this.#peak = Math.max(this.#peak, initializing + onDemand + provisioned);
    if (this.#series.at(-1)?.at === at) this.#series.pop();
    this.#series.push({ at, initializing, onDemand, provisioned });
  }
}

const working = ({ environment }: Grant): State => (environment.isProvisioned ? 'provisioned' : 'onDemand');
