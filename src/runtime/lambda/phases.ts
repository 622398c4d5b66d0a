import { DEFAULT_MEMORY, LATEST, LONGEST_INIT, MEMORY_OF_ONE_CPU } from './constants.ts';
import type { Environment } from './fleet.ts';
import type { Grant } from './function-state.ts';
import type { FunctionSettings } from './options.ts';

/** Milliseconds that `ms` of work on one virtual CPU take in this function. A handler is one thread: more than one CPU does not help it. */
export function cpuTime({ memory = DEFAULT_MEMORY }: FunctionSettings, ms: number): number {
  return ms / Math.min(1, memory / MEMORY_OF_ONE_CPU);
}

/** Milliseconds of the whole init phase, if nothing cuts it short. */
export function initTime(settings: FunctionSettings): number {
  const { init = 0, initWork = 0, packageSize = 0, layers = [], loadPerMegabyte = 0 } = settings;
  const size = layers.reduce((sum, layer) => sum + layer.size, packageSize);
  const work = layers.reduce((sum, layer) => sum + (layer.initWork ?? 0), initWork);
  return init + size * loadPerMegabyte + cpuTime(settings, work);
}

/** Milliseconds that an invocation takes besides its handler. */
export function runTime(settings: FunctionSettings): number {
  return (settings.duration ?? 0) + cpuTime(settings, settings.work ?? 0);
}

/** Whether an environment begins as a copy of a snapshot: SnapStart is for published versions. */
export function isRestored({ code: { settings, version } }: Environment): boolean {
  return settings.snapStart === true && version !== LATEST;
}

/** What comes before a handler: a phase of its own, and what is made good within the invocation. */
export interface Startup {
  readonly phase: number;
  readonly within: number;
}

/**
 * An init phase that was cut short, or lost with a crash, is run again within the invocation, where it counts towards the timeout: AWS
 * calls it a suppressed init.
 */
export function startupOf({ cold, suppressed, environment }: Grant): Startup {
  const { settings } = environment.code;
  if (!cold) return { phase: 0, within: 0 };
  if (isRestored(environment)) return { phase: settings.restore ?? 0, within: 0 };
  const init = initTime(settings);
  if (suppressed) return { phase: 0, within: init };
  return init > LONGEST_INIT ? { phase: LONGEST_INIT, within: init } : { phase: init, within: 0 };
}
