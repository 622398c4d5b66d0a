import type { Stamp } from '#kernel';
import type { Handler } from './options.ts';

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
 * - environments are never taken away, save provisioned ones that are no longer wanted
 */
export class Fleet {
  #environments: Environment[] = [];
  #made = 0;
  #busyOnDemand = 0;

  /** Requests in environments that are not provisioned. */
  get busyOnDemand(): number {
    return this.#busyOnDemand;
  }

  /** An idle environment for `qualifier`. Of several, the one with the lowest number: AWS does not say which. */
  idle(qualifier: string, isProvisioned: boolean): Environment | undefined {
    return this.#environments.find((one) => !one.isBusy && one.isProvisioned === isProvisioned && one.qualifier === qualifier);
  }

  make(qualifier: string, isProvisioned: boolean): Environment {
    const made: Environment = { id: ++this.#made, qualifier, isProvisioned, isBusy: false, isReady: isProvisioned, handler: undefined, leftAt: undefined };
    this.#environments.push(made);
    return made;
  }

  occupy(environment: Environment): void {
    environment.isBusy = true;
    if (!environment.isProvisioned) this.#busyOnDemand++;
  }

  vacate(environment: Environment): void {
    environment.isBusy = false;
    if (!environment.isProvisioned) this.#busyOnDemand--;
  }

  /** Makes or removes provisioned environments until there are `count`. Busy ones that are too many go when they are idle again. */
  provision(qualifier: string, count: number): void {
    const kept = this.#environments.filter((one) => one.isProvisioned && one.qualifier === qualifier).slice(0, count);
    this.#environments = this.#environments.filter((one) => !one.isProvisioned || one.qualifier !== qualifier || kept.includes(one));
    for (let n = kept.length; n < count; n++) this.make(qualifier, true);
  }
}
