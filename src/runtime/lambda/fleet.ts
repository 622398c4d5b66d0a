import type { Stamp } from '#kernel';
import { DEFAULT_STORAGE } from './constants.ts';
import type { FunctionSettings, Handler } from './options.ts';
import { Tmp } from './tmp.ts';

/** A copy of a function with its own memory. It serves one request at a time. */
export interface Environment {
  /** From 1, in the order in which they were made. */
  readonly id: number;
  /** The version or alias whose code it runs. */
  readonly qualifier: string;
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
  readonly #settings: FunctionSettings;

  constructor(settings: FunctionSettings) {
    this.#settings = settings;
  }

  /** Requests in environments that are not provisioned. */
  get busyOnDemand(): number {
    return this.#busyOnDemand;
  }

  /** An idle environment for `qualifier`. Of several, the one with the lowest number: AWS does not say which. */
  idle(qualifier: string, isProvisioned: boolean, now: number): Environment | undefined {
    this.#recycle(now);
    return this.#environments.find((one) => !one.isBusy && one.isProvisioned === isProvisioned && one.qualifier === qualifier && one.usableFrom <= now);
  }

  make(qualifier: string, isProvisioned: boolean, now: number, usableFrom = now): Environment {
    const tmp = new Tmp(this.#settings.ephemeralStorage ?? DEFAULT_STORAGE);
    const made: Environment = { id: ++this.#made, qualifier, isProvisioned, isBusy: false, isReady: isProvisioned, wasReset: false, madeAt: now, idleSince: now, usableFrom, tmp, handler: undefined, leftAt: undefined };
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

  /** Makes or removes provisioned environments until there are `count`. Busy ones that are too many go when they are idle again. */
  provision(qualifier: string, count: number, now: number, usableFrom: number): void {
    const kept = this.#environments.filter((one) => one.isProvisioned && one.qualifier === qualifier).slice(0, count);
    this.#environments = this.#environments.filter((one) => !one.isProvisioned || one.qualifier !== qualifier || kept.includes(one));
    for (let n = kept.length; n < count; n++) this.make(qualifier, true, now, usableFrom);
  }

  #recycle(now: number): void {
    const { idleTimeout = Infinity, environmentLife = Infinity } = this.#settings;
    if (idleTimeout === Infinity && environmentLife === Infinity) return;
    this.#environments = this.#environments.filter((one) => one.isBusy || one.isProvisioned || (now - one.idleSince < idleTimeout && now - one.madeAt < environmentLife));
  }
}
