import { quote } from '#base';
import { between } from './async/settings.ts';
import { DEFAULT_MEMORY, DEFAULT_STORAGE, FUNCTION_REFUSED, LARGEST_PACKAGE, LONGEST_RESTORE, MOST_LAYERS, MOST_MEMORY, MOST_STORAGE, RESTORE_FAILED, SNAPSTART_RUNTIMES, UNVERIFIED } from './constants.ts';
import { invalidParameter, LambdaError } from './errors.ts';
import type { FunctionSettings } from './options.ts';

/** @throws LambdaError for a function that AWS would refuse: its memory, its package, its layers, SnapStart. */
export function checkShape(settings: FunctionSettings): void {
  const { memory = DEFAULT_MEMORY, ephemeralStorage = DEFAULT_STORAGE, packageSize = 0, layers = [] } = settings;
  between('MemorySize', 'memory', memory, DEFAULT_MEMORY, MOST_MEMORY, 1);
  between('EphemeralStorageSize', 'ephemeralStorage', ephemeralStorage, DEFAULT_STORAGE, MOST_STORAGE, 1);
  if (!Array.isArray(layers)) throw new TypeError(`layers takes a list, not ${quote(layers)}. Write layers: [{ name: 'sharp', size: 40 }].`);
  if (layers.length > MOST_LAYERS) throw invalidParameter(`1 validation error detected: Value '[${layers.map(({ name }) => name).join(', ')}]' at 'layers' failed to satisfy constraint: Member must have length less than or equal to ${MOST_LAYERS}.`, 'merge some of them.');
  const whole = layers.reduce((sum, { size }) => sum + size, packageSize);
  if (packageSize > LARGEST_PACKAGE) throw invalidParameter(FUNCTION_REFUSED.size, `the limit is ${LARGEST_PACKAGE} MB, and this is ${packageSize}. A container image may have 10 GB.`);
  if (whole > LARGEST_PACKAGE) throw invalidParameter(FUNCTION_REFUSED.layers, `the function has ${packageSize} MB and its layers ${whole - packageSize}; together they may have ${LARGEST_PACKAGE}. What is in a layer counts as if it were in the package.`);
  if (settings.snapStart) checkSnapStart(settings);
}

function checkSnapStart({ runtime = 'nodejs24.x', provisioned, restore = 0, ephemeralStorage = DEFAULT_STORAGE }: FunctionSettings): void {
  if (!SNAPSTART_RUNTIMES.some(([name, from]) => runtime.startsWith(name) && versionAfter(runtime, name) >= versionAfter(`${name}${from}`, name))) throw invalidParameter(FUNCTION_REFUSED.snapStartRuntime(runtime), 'SnapStart knows Java from 11, Python from 3.12 and .NET from 8 on: set runtime.');
  if (provisioned !== undefined && provisioned > 0) throw invalidParameter(UNVERIFIED.snapStartProvisioned, 'these words are ours. Either start fast, or do not start at all.');
  if (ephemeralStorage > DEFAULT_STORAGE) throw invalidParameter(UNVERIFIED.snapStartStorage, 'these words are ours.');
  if (restore > LONGEST_RESTORE) throw new LambdaError(RESTORE_FAILED.timeout.errorType, RESTORE_FAILED.timeout.errorMessage, `the restore phase may take ${LONGEST_RESTORE / 1000} seconds, hooks included.`);
}

/** `python3.12` → 3012: 3.9 comes before 3.12. */
function versionAfter(runtime: string, name: string): number {
  const [major = 0, minor = 0] = runtime.slice(name.length).split('.').map((part) => Number.parseInt(part, 10) || 0);
  return major * 1000 + minor;
}
