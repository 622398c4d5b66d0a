import { DEFAULT_MEMORY, DEFAULT_STORAGE, PRICES, PROVISIONED_BILLING_STEP, SNAPSHOT_SHORTEST } from './constants.ts';
import type { Code } from './code.ts';
import type { FunctionSettings } from './options.ts';
import { initTime } from './phases.ts';

/** US dollars, at the prices of `constants.ts`. */
export interface Bill {
  readonly requests: number;
  /** Memory × time of invocations on demand, the init phase included; with SnapStart, of the init phase of each version that was published. */
  readonly duration: number;
  /** Memory × time of provisioned environments, whether or not they work. */
  readonly provisioned: number;
  /** Memory × time of invocations in these. */
  readonly provisionedDuration: number;
  /** Of /tmp above 512 MB. */
  readonly storage: number;
  /** Memory × time of the snapshots of SnapStart, of each published version, three hours at least. Nothing for Java. */
  readonly snapshotCache: number;
  /** Memory of the environments that were restored from them. Nothing for Java. */
  readonly snapshotRestore: number;
  readonly total: number;
  /** Memory × time of all invocations: gigabyte-seconds. */
  readonly gigabyteSeconds: number;
}

/** What one version used. Times are milliseconds, those of invocations each rounded up. */
export interface Usage {
  readonly settings: FunctionSettings;
  readonly requests: number;
  readonly onDemand: number;
  readonly provisioned: number;
  /** Environments that were restored from its snapshot. */
  readonly restores: number;
}

/** Environments × milliseconds for which something was kept for a version. */
export interface Kept {
  readonly settings: FunctionSettings;
  readonly ms: number;
}

/** What is paid for whether or not there are requests. */
export interface Standing {
  readonly configured: readonly Kept[];
  readonly snapshots: readonly Kept[];
  /** Init phases that ran for a snapshot. */
  readonly inits: readonly Kept[];
}

const gigabytes = ({ memory = DEFAULT_MEMORY }: FunctionSettings): number => memory / 1024;
const gigabyteSeconds = (settings: FunctionSettings, ms: number): number => gigabytes(settings) * (ms / 1000);
const priceOf = ({ architecture = 'x86_64' }: FunctionSettings) => PRICES[architecture];
const sum = <T>(all: readonly T[], of: (one: T) => number): number => all.reduce((total, one) => total + of(one), 0);

export function billFor(usages: readonly Usage[], { configured, snapshots, inits }: Standing): Bill {
  const requests = sum(usages, (one) => one.requests) * PRICES.request;
  const duration = sum(usages, ({ settings, onDemand }) => gigabyteSeconds(settings, onDemand) * priceOf(settings).duration) + sum(inits, ({ settings, ms }) => gigabyteSeconds(settings, ms) * priceOf(settings).duration);
  const provisioned = sum(configured, ({ settings, ms }) => gigabyteSeconds(settings, ms) * priceOf(settings).provisioned);
  const provisionedDuration = sum(usages, (one) => gigabyteSeconds(one.settings, one.provisioned) * priceOf(one.settings).provisionedDuration);
  const storage = sum(usages, ({ settings: { ephemeralStorage = DEFAULT_STORAGE }, ...used }) => ((ephemeralStorage - DEFAULT_STORAGE) / 1024) * ((used.onDemand + used.provisioned) / 1000) * PRICES.storage);
  const snapshotCache = sum(snapshots, ({ settings, ms }) => gigabyteSeconds(settings, ms) * PRICES.snapshotCache);
  const snapshotRestore = sum(usages, ({ settings, restores }) => (isFree(settings) ? 0 : restores * gigabytes(settings) * PRICES.snapshotRestore));
  const total = requests + duration + provisioned + provisionedDuration + storage + snapshotCache + snapshotRestore;
  return { requests, duration, provisioned, provisionedDuration, storage, snapshotCache, snapshotRestore, total, gigabyteSeconds: sum(usages, ({ settings, onDemand, provisioned: warm }) => gigabyteSeconds(settings, onDemand + warm)) };
}

/** The snapshots of published versions, from when they were published, and the init phases that they were taken of. */
export function snapshotsOf(published: readonly Code[], now: number): Pick<Standing, 'snapshots' | 'inits'> {
  const started = published.filter(({ settings }) => settings.snapStart === true);
  return {
    snapshots: started.filter(({ settings }) => !isFree(settings)).map(({ settings, madeAt }) => ({ settings, ms: Math.max(SNAPSHOT_SHORTEST, now - madeAt) })),
    inits: started.map(({ settings }) => ({ settings, ms: Math.ceil(initTime(settings)) })),
  };
}

/** For Java, SnapStart itself costs nothing. */
const isFree = ({ runtime }: FunctionSettings): boolean => runtime?.startsWith('java') === true;

/** How many provisioned environments were configured, of which version or alias, and for how long. */
export class Configured {
  readonly #changes = new Map<string, { readonly at: number; readonly stretches: readonly { readonly settings: FunctionSettings; readonly count: number }[] }[]>();

  change(qualifier: string, at: number, stretches: readonly { readonly settings: FunctionSettings; readonly count: number }[]): void {
    this.#changes.set(qualifier, [...(this.#changes.get(qualifier) ?? []), { at, stretches }]);
  }

  /** Environments × milliseconds until `now`, each stretch rounded up. */
  until(now: number): readonly Kept[] {
    return [...this.#changes.values()].flatMap((changes) => changes.flatMap(({ at, stretches }, i) => {
      const end = changes[i + 1]?.at ?? now;
      return stretches.map(({ settings, count }) => ({ settings, ms: count * Math.ceil((end - at) / PROVISIONED_BILLING_STEP) * PROVISIONED_BILLING_STEP }));
    }));
  }
}
