import { format, randomFrom } from '#base';
import { NOW, PRINT, type Access } from './access.ts';
import { makePromiseClass } from './promise-class.ts';
import type { Run } from './run.ts';
import { ABOUT, type Shared } from './shared.ts';

/** Virtual time zero: 2026-01-01T00:00:00Z. A fixed date, so that every run prints the same. */
const EPOCH = 1_767_225_600_000;

/**
 * What learner code finds under the names that the engine owns. Time is virtual, chance is seeded, timers and promises are the
 * kernel's; what could reach outside is missing.
 */
export function makeGlobals(run: Run): Record<string, unknown> {
  const random = randomFrom(run.options.seed ?? 1);
  const now = (): number => {
    run.touch(run.clock, NOW);
    return run.now();
  };
  const timers = makeTimers(run);
  const globals: Record<string, unknown> = {
    console: makeConsole(run),
    Promise: makePromiseClass(run),
    Math: Object.freeze(Object.create(Math, { random: { value: random }, [Symbol.toStringTag]: { value: 'Math' } }) as object),
    Date: makeDate(() => EPOCH + now()),
    performance: Object.freeze({ now, timeOrigin: EPOCH }),
    crypto: Object.freeze({
      getRandomValues: <T extends ArrayLike<number>>(array: T): T => fill(array, random),
      randomUUID: () => uuid(random),
    }),
    queueMicrotask: (job: () => void) => run.job(job),
    structuredClone: (value: unknown) => structuredClone(value),
    ...timers,
  };
  globals['globalThis'] = globals['self'] = globals['window'] = Object.freeze({ ...globals });
  return globals;
}

function makeConsole(run: Run): object {
  const log = (...values: unknown[]): void => run.print(format(values));
  const methods = new Set<PropertyKey>(['log', 'info', 'warn', 'error', 'debug', 'dir', 'table', 'assert']);
  return Object.freeze({
    log,
    info: log,
    warn: log,
    error: log,
    debug: log,
    dir: (value: unknown) => log(value),
    table: (value: unknown) => log(value),
    assert: (condition: unknown, ...values: unknown[]) => {
      if (!condition) log(...(values.length === 0 ? ['Assertion failed'] : ['Assertion failed:', ...values]));
    },
    [ABOUT]: (method: PropertyKey): { verb: string; access: Access; resource: Shared } | undefined =>
      methods.has(method) && run.options.observeOutput !== false ? { verb: 'print', access: PRINT, resource: run.outputShared } : undefined,
  });
}

function makeTimers(run: Run): Record<string, unknown> {
  let next = 1;
  const live = new Map<number, { cancel(): boolean }>();
  const set = (callback: unknown, ms: unknown, args: unknown[], repeat: boolean): number => {
    if (typeof callback !== 'function') throw new TypeError('setTimeout needs a function');
    const id = next++;
    const delay = Math.max(0, Number(ms) || 0);
    const fire = (): void => {
      if (!repeat) live.delete(id);
      Reflect.apply(callback, undefined, args);
    };
    live.set(id, run.timer(delay, repeat ? 'interval' : 'timeout', fire, true, repeat));
    return id;
  };
  const clear = (id: unknown): void => {
    live.get(Number(id))?.cancel();
    live.delete(Number(id));
  };
  return {
    setTimeout: (callback: unknown, ms?: unknown, ...args: unknown[]) => set(callback, ms, args, false),
    setInterval: (callback: unknown, ms?: unknown, ...args: unknown[]) => set(callback, ms, args, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
}

/** `Date` whose "now" is the virtual clock. */
function makeDate(now: () => number): unknown {
  const virtual = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new Date(now()).toUTCString();
    return args.length === 0 ? new Date(now()) : Reflect.construct(Date, args);
  };
  Object.defineProperties(virtual, { now: { value: now }, UTC: { value: Date.UTC }, parse: { value: Date.parse }, prototype: { value: Date.prototype }, name: { value: 'Date' } });
  return virtual;
}

function fill<T extends ArrayLike<number>>(array: T, random: () => number): T {
  const target = array as unknown as { [index: number]: number; length: number };
  for (let i = 0; i < target.length; i++) target[i] = Math.floor(random() * 4294967296);
  return array;
}

function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(random() * 16).toString(16));
}
