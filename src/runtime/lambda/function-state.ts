import { Configured } from './bill.ts';
import { LATEST, PROVISIONED_PER_MINUTE, PROVISIONING_BEGINS, RATE_WINDOW, REFUSED, REQUESTS_PER_UNIT, SCALING_ENVIRONMENTS, SCALING_WINDOW, type ThrottleReason } from './constants.ts';
import { invalidParameter, LambdaError } from './errors.ts';
import { Fleet, type Environment } from './fleet.ts';
import type { Ledger } from './ledger.ts';
import { whole, type FunctionSettings } from './options.ts';
import { Allowance, RateLimit } from './rate.ts';

/** A request that was let in, and the environment that it got. */
export interface Grant {
  readonly environment: Environment;
  /** The environment's init phase comes first. */
  readonly cold: boolean;
  /** Its alias has provisioned environments, and it got none of them. */
  readonly spilled: boolean;
  /** The init phase was lost with a crash, and is run again within this invocation. */
  readonly suppressed: boolean;
}

/** One function's share of the account: what it reserved, what it runs, what it may start. */
export class FunctionState {
  readonly name: string;
  /** The alias that events go to, if there is one. */
  readonly alias: string | undefined;
  /** Number of the function in the account, from 0. */
  readonly index: number;
  readonly fleet: Fleet;
  readonly configured = new Configured();
  reserved: number | undefined;
  provisioned = 0;
  readonly #ledger: Ledger;
  readonly #requests = new RateLimit(RATE_WINDOW);
  readonly #provisionedRequests = new RateLimit(RATE_WINDOW);
  readonly #scaling = new Allowance(SCALING_ENVIRONMENTS, SCALING_WINDOW);

  constructor(ledger: Ledger, settings: FunctionSettings, now: number) {
    const { name, alias, reserved, provisioned } = settings;
    this.#ledger = ledger;
    this.fleet = new Fleet(settings);
    this.name = name;
    this.alias = alias ?? (provisioned === undefined || provisioned === 0 ? undefined : 'live');
    this.index = ledger.functions.push(this) - 1;
    try {
      if (reserved !== undefined) this.reserve(reserved);
      if (provisioned !== undefined && provisioned > 0) this.provision(this.alias ?? LATEST, provisioned, now, now);
    } catch (error) {
      ledger.functions.splice(ledger.functions.indexOf(this), 1);
      throw error;
    }
  }

  /** Units of the account that nobody else can use: the reservation, or else what is provisioned. */
  get claimed(): number {
    return this.reserved ?? this.provisioned;
  }

  /** PutFunctionConcurrency; undefined is DeleteFunctionConcurrency. */
  reserve(count: number | undefined): void {
    if (count !== undefined) {
      whole('reserved', count, 0);
      if (count < this.provisioned) throw this.#aboveReserved(this.provisioned, count);
    }
    this.#ledger.checkRoom(this, count ?? this.provisioned, REFUSED.reserved);
    this.reserved = count;
  }

  /** PutProvisionedConcurrencyConfig. New environments can be used from `usableFrom` on, all at once. */
  provision(qualifier: string, count: number, now: number, usableFrom = now + PROVISIONING_BEGINS + (count * 60_000) / PROVISIONED_PER_MINUTE): void {
    whole('provisioned', count, 0);
    if (qualifier === LATEST) throw invalidParameter(REFUSED.provisionedOnLatest, 'name an alias, as AutoPublishAlias does in SAM, and send the events there.');
    this.checkQualifier(qualifier);
    if (this.reserved !== undefined && count > this.reserved) throw this.#aboveReserved(count, this.reserved);
    this.#ledger.checkRoom(this, this.reserved ?? count, REFUSED.provisioned);
    this.provisioned = count;
    this.configured.change(now, count);
    this.fleet.provision(qualifier, count, now, usableFrom);
  }

  checkQualifier(qualifier: string): void {
    if (qualifier === LATEST || qualifier === this.alias) return;
    throw new LambdaError('ResourceNotFoundException', `Function not found: ${this.name}:${qualifier}.`, `this one has ${this.alias === undefined ? 'no alias' : `the alias ${this.alias}`} and ${LATEST}.`);
  }

  /** Gives a request that arrives at `now` an environment, or says why it gets none. */
  admit(qualifier: string, now: number): Grant | ThrottleReason {
    const spilled = this.provisioned > 0 && qualifier === this.alias;
    if (spilled && this.#provisionedRequests.hasRoom(now, REQUESTS_PER_UNIT * this.provisioned)) {
      const environment = this.fleet.idle(qualifier, true, now);
      if (environment !== undefined && this.#reservedRate(now)) {
        this.#provisionedRequests.count(now);
        return this.#enter(environment, false, now);
      }
    }
    const limit = this.#full(now);
    if (limit !== undefined) return limit;
    const idle = this.fleet.idle(qualifier, false, now);
    if (idle === undefined && !this.#scaling.take(now)) return 'FunctionInvocationRateLimitExceeded';
    return this.#enter(idle ?? this.fleet.make(qualifier, false, now), spilled, now);
  }

  /** The limit that keeps an on-demand request out, if one does. */
  #full(now: number): ThrottleReason | undefined {
    if (this.reserved !== undefined) {
      if (this.fleet.busyOnDemand >= this.reserved - this.provisioned) return 'ReservedFunctionConcurrentInvocationLimitExceeded';
      return this.#reservedRate(now) ? undefined : 'ReservedFunctionInvocationRateLimitExceeded';
    }
    if (this.#ledger.unreservedBusy() >= this.#ledger.unreserved) return 'ConcurrentInvocationLimitExceeded';
    return this.#ledger.requests.hasRoom(now, REQUESTS_PER_UNIT * this.#ledger.unreserved) ? undefined : 'FunctionInvocationRateLimitExceeded';
  }

  #reservedRate(now: number): boolean {
    return this.reserved === undefined || this.#requests.hasRoom(now, REQUESTS_PER_UNIT * this.reserved);
  }

  #enter(environment: Environment, spilled: boolean, now: number): Grant {
    if (this.reserved !== undefined) this.#requests.count(now);
    else if (!environment.isProvisioned) this.#ledger.requests.count(now);
    this.fleet.occupy(environment);
    const cold = !environment.isReady;
    const suppressed = environment.wasReset;
    environment.isReady = true;
    environment.wasReset = false;
    return { environment, cold, spilled, suppressed };
  }

  #aboveReserved(provisioned: number, reserved: number): LambdaError {
    return invalidParameter(REFUSED.provisionedAboveReserved, `${provisioned} cannot be warm where only ${reserved} may run: reserve ${provisioned} or more, or provision ${reserved} or less.`);
  }
}
