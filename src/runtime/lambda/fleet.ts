import type { Stamp } from '#kernel';
import type { Code } from './code.ts';
import { DEFAULT_STORAGE } from './constants.ts';
import type { Handler } from './options.ts';
import { Tmp } from './tmp.ts';

/** A copy of a function with its own memory. It serves one request at a time. */
export interface Environment {
  /** From 1, in the order in which they were made. */
  readonly id: number;
  readonly code: Code;
  /** The version or alias for which it was provisioned; undefined if it was made on demand. */
  readonly owner: string | undefined;
  readonly isProvisioned: boolean;
  isBusy: boolean;
  /** False: its init phase has yet to run, or has to run again. */
  isReady: boolean;
  /** Its init phase was lost with a crash: the next one is part of an invocation. */
  wasReset: boolean;
  /** When it was made, when it last fell idle, and from when on it may be used. */
  readonly madeAt: number;
  idleSince: number;
  readonly usableFrom: number;
  readonly tmp: Tmp;
  /** The handler that its factory made, once it has. */
  handler: Handler<never, unknown> | undefined;
  /** Where its latest invocation ended: what that one wrote, the next one sees. */
  leftAt: Stamp | undefined;
}

/**
 * The environments of one function.
 *
 * Invariants:
 * - an environment is busy from the moment a request is given to it until that request has ended, its init phase included
 * - idle environments that have become too old, or have been idle for too long, are gone; provisioned ones when they are no longer wanted
 */
export class Fleet {
  #environments: Environment[] = [];
  #made = 0;
  #busyOnDemand = 0;

  /** Requests in environments that are not provisioned. */
  get busyOnDemand(): number {
    return this.#busyOnDemand;
  }

  /** An idle environment with this code, provisioned for `owner` or for nobody. Of several, the one with the lowest number: AWS does not say which. */
  idle(code: Code, owner: string | undefined, now: number): Environment | undefined {
    this.#recycle(code, now);
    return this.#environments.find((one) => !one.isBusy && one.code === code && one.owner === owner && one.usableFrom <= now);
  }

  make(code: Code, owner: string | undefined, now: number, usableFrom = now): Environment {
    const tmp = new Tmp(code.settings.ephemeralStorage ?? DEFAULT_STORAGE);
    const isProvisioned = owner !== undefined;
    const made: Environment = { id: ++this.#made, code, owner, isProvisioned, isBusy: false, isReady: isProvisioned, wasReset: false, madeAt: now, idleSince: now, usableFrom, tmp, handler: undefined, leftAt: undefined };
    this.#environments.push(made);
    return made;
  }

  occupy(environment: Environment): void {
    environment.isBusy = true;
    if (!environment.isProvisioned) this.#busyOnDemand++;
  }

  vacate(environment: Environment, now: number): void {
    environment.isBusy = false;
    environment.idleSince = now;
    if (!environment.isProvisioned) this.#busyOnDemand--;
  }

  /** Makes or removes environments with this code until `count` are provisioned for `owner`. Busy ones that are too many go when they are idle again. */
  provision(code: Code, owner: string, count: number, now: number, usableFrom: number): void {
    const isOne = (one: Environment): boolean => one.owner === owner && one.code === code;
    const kept = this.#environments.filter(isOne).slice(0, count);
    this.#environments = this.#environments.filter((one) => !isOne(one) || kept.includes(one));
    for (let n = kept.length; n < count; n++) this.make(code, owner, now, usableFrom);
  }

  /** No request gets an environment with this code any more, or one of this owner's. What runs in them goes on. */
  retire(isRetired: (one: Environment) => boolean): void {
    this.#environments = this.#environments.filter((one) => !isRetired(one));
  }

  /** How long environments live is the same for all versions. */
  #recycle({ settings: { idleTimeout = Infinity, environmentLife = Infinity } }: Code, now: number): void {
    if (idleTimeout === Infinity && environmentLife === Infinity) return;
    this.#environments = this.#environments.filter((one) => one.isBusy || one.isProvisioned || (now - one.idleSince < idleTimeout && now - one.madeAt < environmentLife));
  }
}
