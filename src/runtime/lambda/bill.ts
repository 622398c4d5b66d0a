import { DEFAULT_MEMORY, DEFAULT_STORAGE, PRICES, PROVISIONED_BILLING_STEP } from './constants.ts';
import type { FunctionSettings } from './options.ts';

/** US dollars, at the prices of `constants.ts`. */
export interface Bill {
  readonly requests: number;
  /** Memory × time of invocations on demand, the init phase included. */
  readonly duration: number;
  /** Memory × time of provisioned environments, whether or not they work. */
  readonly provisioned: number;
  /** Memory × time of invocations in these. */
  readonly provisionedDuration: number;
  /** Of /tmp above 512 MB. */
  readonly storage: number;
  readonly total: number;
  /** Memory × time of all invocations: gigabyte-seconds. */
  readonly gigabyteSeconds: number;
}

/** What was used. Times are milliseconds, those of invocations each rounded up. */
export interface Usage {
  readonly requests: number;
  readonly onDemand: number;
  readonly provisioned: number;
  /** Environments × milliseconds for which they were configured. */
  readonly configured: number;
}

export function billFor({ memory = DEFAULT_MEMORY, architecture = 'x86_64', ephemeralStorage = DEFAULT_STORAGE }: FunctionSettings, usage: Usage): Bill {
  const price = PRICES[architecture];
  const gigabyteSeconds = (ms: number): number => (memory / 1024) * (ms / 1000);
  const requests = usage.requests * PRICES.request;
  const duration = gigabyteSeconds(usage.onDemand) * price.duration;
  const provisioned = gigabyteSeconds(usage.configured) * price.provisioned;
  const provisionedDuration = gigabyteSeconds(usage.provisioned) * price.provisionedDuration;
  const storage = ((ephemeralStorage - DEFAULT_STORAGE) / 1024) * ((usage.onDemand + usage.provisioned) / 1000) * PRICES.storage;
  return { requests, duration, provisioned, provisionedDuration, storage, total: requests + duration + provisioned + provisionedDuration + storage, gigabyteSeconds: gigabyteSeconds(usage.onDemand + usage.provisioned) };
}

/** How many provisioned environments were configured, and for how long. */
export class Configured {
  readonly #changes: { readonly at: number; readonly count: number }[] = [];

  change(at: number, count: number): void {
    this.#changes.push({ at, count });
  }

  /** Environments × milliseconds until `now`, each stretch rounded up. */
  until(now: number): number {
    return this.#changes.reduce((sum, { at, count }, i) => {
      const end = this.#changes[i + 1]?.at ?? now;
      return sum + count * Math.ceil((end - at) / PROVISIONED_BILLING_STEP) * PROVISIONED_BILLING_STEP;
    }, 0);
  }
}
