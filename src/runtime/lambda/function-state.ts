import { Configured } from './bill.ts';
import type { Code } from './code.ts';
import { LATEST, PROVISIONED_PER_MINUTE, PROVISIONING_BEGINS, RATE_WINDOW, REFUSED, REQUESTS_PER_UNIT, ROUTING_REFUSED, SCALING_ENVIRONMENTS, SCALING_WINDOW, type ThrottleReason } from './constants.ts';
import { invalidParameter, LambdaError } from './errors.ts';
import { Fleet, type Environment } from './fleet.ts';
import type { Ledger } from './ledger.ts';
import { whole, type FunctionSettings } from './options.ts';
import { Allowance, RateLimit } from './rate.ts';
import { Versions } from './versions.ts';

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

/** Provisioned concurrency of one version or alias. */
interface Provision {
  count: number;
  readonly requests: RateLimit;
}

/** One function's share of the account: what it reserved, what it runs, what it may start. */
export class FunctionState {
  readonly name: string;
  /** The alias that events go to, if there is one. */
  readonly alias: string | undefined;
  /** Number of the function in the account, from 0. */
  readonly index: number;
  readonly fleet = new Fleet();
  readonly versions: Versions;
  readonly configured = new Configured();
  reserved: number | undefined;
  readonly #provisions = new Map<string, Provision>();
  readonly #ledger: Ledger;
  readonly #requests = new RateLimit(RATE_WINDOW);
  readonly #scaling = new Allowance(SCALING_ENVIRONMENTS, SCALING_WINDOW);

  constructor(ledger: Ledger, settings: FunctionSettings, now: number) {
    const { name, alias, reserved, provisioned } = settings;
    this.#ledger = ledger;
    this.name = name;
    this.alias = alias ?? (provisioned === undefined || provisioned === 0 ? undefined : 'live');
    this.versions = new Versions(settings, now);
    if (this.alias !== undefined) this.versions.point(this.alias, this.versions.publish(now).version, {});
    this.index = ledger.functions.push(this) - 1;
    try {
      if (reserved !== undefined) this.reserve(reserved);
      if (provisioned !== undefined && provisioned > 0) this.provision(this.alias ?? LATEST, provisioned, now, now);
    } catch (error) {
      ledger.functions.splice(ledger.functions.indexOf(this), 1);
      throw error;
    }
  }

  /** Environments that are provisioned, of all versions and aliases. */
  get provisioned(): number {
    let sum = 0;
    for (const { count } of this.#provisions.values()) sum += count;
    return sum;
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
  provision(qualifier: string, count: number, now: number, usableFrom = provisionedFrom(now, count)): void {
    whole('provisioned', count, 0);
    this.checkProvisionable(qualifier);
    const before = this.#provisions.get(qualifier)?.count ?? 0;
    const sum = this.provisioned - before + count;
    if (this.reserved !== undefined && sum > this.reserved) throw this.#aboveReserved(sum, this.reserved);
    this.#ledger.checkRoom(this, this.reserved ?? sum, REFUSED.provisioned);
    this.#provisions.set(qualifier, { requests: new RateLimit(RATE_WINDOW), ...this.#provisions.get(qualifier), count });
    this.#make(qualifier, count, now, usableFrom);
  }

  /** CreateAlias, UpdateAlias. Where an alias has provisioned environments, they are made anew for the versions that it points to now. */
  point(alias: string, version: string, weights: Readonly<Record<string, number>>, now: number): void {
    this.versions.point(alias, version, weights);
    const count = this.#provisions.get(alias)?.count ?? 0;
    if (count > 0) this.#make(alias, count, now, provisionedFrom(now, count));
  }

  /** UpdateFunctionCode. Requests for $LATEST get new environments from now on. */
  deploy(settings: FunctionSettings, handler: Code['handler'], now: number): void {
    const before = this.versions.deploy(settings, handler, now);
    this.fleet.retire(({ code }) => code === before);
  }

  /** Makes the environments that `qualifier` lacks, split by weight, and retires those whose version it has left. */
  #make(qualifier: string, count: number, now: number, usableFrom: number): void {
    const shares = this.versions.shares(qualifier);
    this.fleet.retire(({ owner, code }) => owner === qualifier && !shares.some(([one]) => one === code));
    let left = count;
    const stretches = shares.map(([code, share], i) => {
      const part = i === shares.length - 1 ? left : Math.round(count * share);
      left -= part;
      this.fleet.provision(code, qualifier, part, now, usableFrom);
      return { settings: code.settings, count: part };
    });
    this.configured.change(qualifier, now, stretches);
  }

  checkProvisionable(qualifier: string): void {
    this.checkQualifier(qualifier);
    const versions = this.versions.shares(qualifier).map(([{ version }]) => version);
    if (versions.includes(LATEST)) throw invalidParameter(REFUSED.provisionedOnLatest, 'name an alias, as AutoPublishAlias does in SAM, and send the events there.');
    const other = qualifier === versions[0] ? this.versions.aliasesOf(qualifier) : versions;
    if (!other.some((one) => one !== qualifier && (this.#provisions.get(one)?.count ?? 0) > 0)) return;
    throw new LambdaError('ResourceConflictException', qualifier === versions[0] ? ROUTING_REFUSED.provisionedAlias : ROUTING_REFUSED.provisionedVersion, 'provision the alias or the version, not both: requests use those of the name that they are sent to.');
  }

  checkQualifier(qualifier: string): void {
    this.versions.check(qualifier);
  }

  /** Gives a request that arrives at `now` an environment, or says why it gets none. `other`: of the two ways of a weighted alias, not the one that comes up. */
  admit(qualifier: string, now: number, other = false): Grant | ThrottleReason {
    const code = this.versions.route(qualifier, other);
    const provision = this.#provisions.get(qualifier);
    const spilled = provision !== undefined && provision.count > 0;
    if (spilled && provision.requests.hasRoom(now, REQUESTS_PER_UNIT * provision.count)) {
      const environment = this.fleet.idle(code, qualifier, now);
      if (environment !== undefined && this.#reservedRate(now)) {
        provision.requests.count(now);
        return this.#enter(environment, false, now);
      }
    }
    const limit = this.#full(now);
    if (limit !== undefined) return limit;
    const idle = this.fleet.idle(code, undefined, now);
    if (idle === undefined && !this.#scaling.take(now)) return 'FunctionInvocationRateLimitExceeded';
    return this.#enter(idle ?? this.fleet.make(code, undefined, now), spilled, now);
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

/** When provisioned environments that are asked for now can be used. */
const provisionedFrom = (now: number, count: number): number => now + PROVISIONING_BEGINS + (count * 60_000) / PROVISIONED_PER_MINUTE;
