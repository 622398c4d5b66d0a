import { format, randomFrom } from '#base';
import { NOW, PRINT, type Access } from './access.ts';
import { makeAsyncDisposableStack } from './disposable-stack.ts';
import { promiseClassOf } from './promise-class.ts';
import { AsyncGeneratorObject } from './async-generator.ts';
import { Pending } from './pending.ts';
import { PromiseObject } from './promise-object.ts';
import { makeProxy } from './proxy.ts';
import type { Run } from './run.ts';
import type { Kernel } from './kernel.ts';
import { ABOUT, type Shared } from './shared.ts';

/** Virtual time zero: 2026-01-01T00:00:00Z. A fixed date, so that every run prints the same. */
export const EPOCH = 1_767_225_600_000;

/** The longest delay that `setTimeout` knows. */
const LONGEST_DELAY = 2 ** 31 - 1;

/** Taken before the sandbox closes its realm. */
// A bare realm, as in the tests of conformance, has none.
const clone = typeof structuredClone === 'function' ? cloning(structuredClone, typeof DOMException === 'function' ? DOMException : Error) : undefined;
/** The constants of `Math`, which cannot be deleted: the program's `Math` has them itself. */
const mathConstants = Object.fromEntries(Object.entries(Object.getOwnPropertyDescriptors(Math)).filter(([, { value }]) => typeof value === 'number'));

type Chance = () => number;
interface Borrowed {
  readonly chance: (random: Chance) => Chance;
  /** What the clock says, for as long. */
  readonly now: number;
}
const BORROWED = new WeakMap<object, Borrowed>();

/** Calls `body`, which is not to wait, with what is borrowed in place of the program's stream of chance and of what its clock says. */
export function borrow<T>(run: Kernel, borrowed: Borrowed, body: () => T): T {
  BORROWED.set(run, borrowed);
  try {
    return run.lendChance === undefined ? body() : run.lendChance(borrowed.chance, body);
  } finally {
    BORROWED.delete(run);
  }
}

/** Milliseconds of virtual time, as a program may ask for them. */
export function readClock(run: Pick<Kernel, 'touch' | 'clock' | 'now'>): number {
  const borrowed = BORROWED.get(run);
  if (borrowed !== undefined) return borrowed.now;
  run.touch(run.clock, NOW);
  return run.now();
}

/** What the globals of one run are made of, each made when it is first asked for: most programs use few, and are run thousands of times. */
class Parts {
  readonly run: Run;
  readonly made = new Map<string, unknown>();
  #random: (() => number) | undefined;
  #timers: Readonly<Record<string, unknown>> | undefined;

  constructor(run: Run) {
    this.run = run;
  }

  /** The one stream of chance, for `Math` and `crypto` alike. */
  readonly random = (): number => {
    this.#random ??= randomFrom(this.run.options.seed ?? 1);
    return (BORROWED.get(this.run)?.chance(this.#random) ?? this.#random)();
  };

  readonly now = (): number => readClock(this.run);

  timer(name: string): unknown {
    return (this.#timers ??= makeTimers(this.run))[name];
  }

  get(name: string): unknown {
    if (!this.made.has(name)) this.made.set(name, MAKERS[name]?.(this));
    return this.made.get(name);
  }
}

const MAKERS: Readonly<Record<string, (parts: Parts) => unknown>> = {
  console: ({ run }) => makeConsole(run),
  Promise: ({ run }) => promiseClassOf(run),
  Math: ({ random }) => Object.freeze(Object.create(Math, { ...mathConstants, random: { value: random }, [Symbol.toStringTag]: { value: 'Math' } }) as object),
  Date: ({ now }) => makeDate(() => EPOCH + now()),
  performance: ({ now }) => Object.freeze({ now, timeOrigin: EPOCH }),
  crypto: ({ random }) => Object.freeze(chanceOfCrypto(random)),
  Proxy: ({ run }) => makeProxy(run),
  AsyncDisposableStack: ({ run }) => makeAsyncDisposableStack(run),
  queueMicrotask: ({ run }) => (job: () => void) => run.job(job),
  structuredClone: ({ run }) => clone && ((value: unknown, options?: StructuredSerializeOptions): unknown => clone(value, options, run.proxies)),
  setTimeout: (parts) => parts.timer('setTimeout'),
  setInterval: (parts) => parts.timer('setInterval'),
  clearTimeout: (parts) => parts.timer('clearTimeout'),
  clearInterval: (parts) => parts.timer('clearInterval'),
};

const NAMES = Object.keys(MAKERS);
const SELVES = ['globalThis', 'self', 'window'];

const PARTS: unique symbol = Symbol('parts');

/** One getter for each name. A program gets what they return, and never the object itself. */
interface Holder { readonly [PARTS]: Parts }
const prototype: object = Object.create(null) as object;
for (const name of NAMES) Object.defineProperty(prototype, name, { get(this: Holder) { return this[PARTS].get(name); } });
for (const name of SELVES) Object.defineProperty(prototype, name, { get(this: Holder) { return whole(this[PARTS]); } });

/** The global object as a value: all names at once. */
function whole(parts: Parts): unknown {
  if (!parts.made.has('globalThis')) parts.made.set('globalThis', Object.freeze(Object.fromEntries(NAMES.map((name) => [name, parts.get(name)]))));
  return parts.made.get('globalThis');
}

/**
 * What learner code finds under the names that the engine owns. Time is virtual, chance is seeded, timers and promises are the
 * kernel's; what could reach outside is missing.
 */
export function makeGlobals(run: Run): Record<string, unknown> {
  const globals = Object.create(prototype) as Record<PropertyKey, unknown>;
  globals[PARTS] = new Parts(run);
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
  /** Those that have fired or were cleared too: who clears one too late could have come in time. */
  const timers = new Map<number, { cancel(): boolean }>();
  const set = (callback: unknown, ms: unknown, args: unknown[], repeat: boolean): number => {
    if (typeof callback !== 'function') throw new TypeError('setTimeout needs a function');
    const id = next++;
    const wanted = Math.max(0, Number(ms) || 0);
    // What does not fit into 32 bits is 1 ms in Node and in browsers.
    const delay = wanted > LONGEST_DELAY ? 1 : wanted;
    const fire = (): void => void Reflect.apply(callback, undefined, args);
    timers.set(id, run.timer(delay, repeat ? 'interval' : 'timeout', fire, true, repeat));
    return id;
  };
  const clear = (id: unknown): void => {
    timers.get(Number(id))?.cancel();
  };
  return {
    setTimeout: (callback: unknown, ms?: unknown, ...args: unknown[]) => set(callback, ms, args, false),
    setInterval: (callback: unknown, ms?: unknown, ...args: unknown[]) => set(callback, ms, args, true),
    clearTimeout: clear,
    clearInterval: clear,
  };
}

/** `Date` whose "now" is the virtual clock, and whose zone is UTC. */
function makeDate(now: () => number): unknown {
  const virtual = function (this: unknown, ...args: unknown[]): unknown {
    if (new.target === undefined) return new Date(now()).toString();
    return Reflect.construct(Date, [args.length === 0 ? now() : args.length === 1 ? timeOf(args[0]) : Reflect.apply(Date.UTC, undefined, args)], new.target === virtual ? Date : new.target);
  };
  Object.defineProperties(virtual, { now: { value: now }, UTC: { value: Date.UTC }, parse: { value: (text: unknown) => parseAsUtc(String(text)) }, prototype: { value: Date.prototype }, name: { value: 'Date' } });
  return virtual;
}

/** The one argument of `new Date(…)` as it is, unless it is a text. */
function timeOf(value: unknown): unknown {
  if (value instanceof Date) return value;
  const plain = typeof value === 'object' && value !== null ? toPrimitive(value) : value;
  return typeof plain === 'string' ? parseAsUtc(plain) : plain;
}

/** As the language turns an object into a text or a number, where either will do. */
function toPrimitive(value: object): unknown {
  const exotic = (value as { [Symbol.toPrimitive]?: unknown })[Symbol.toPrimitive];
  if (exotic !== undefined && exotic !== null) return Reflect.apply(exotic as () => unknown, value, ['default']);
  for (const name of ['valueOf', 'toString'] as const) {
    const method: unknown = value[name];
    const plain: unknown = typeof method === 'function' ? Reflect.apply(method as () => unknown, value, []) : value;
    if (plain === null || typeof plain !== 'object') return plain;
  }
  throw new TypeError('Cannot convert object to primitive value');
}

/** What a text says of its zone, at its end. */
const ZONE = /(?:\b(?:Z|UTC?|GMT|[ECMP][SD]T)(?:[+-]\d{2}:?\d{2})?|:\d{2}(?:\.\d+)?\s*[+-]\d{2}:?\d{2}|\dZ)\s*(?:\(.*\))?\s*$/i;

/** `Date.parse`, where a time without a zone is UTC rather than the machine's. */
function parseAsUtc(text: string): number {
  if (ZONE.test(text)) return Date.parse(text);
  const found = Date.parse(`${text}Z`);
  return Number.isNaN(found) ? Date.parse(`${text} UTC`) : found;
}

/** The language's own `structuredClone`, which refuses the promises and async generators of the engine as it would those of the host. */
function cloning(original: typeof structuredClone, Failure: new (message: string, name: never) => Error): (value: unknown, options: StructuredSerializeOptions | undefined, proxies: ReadonlyMap<object, object> | undefined) => unknown {
  return (value, options, proxies) => {
    // Proxies are left to the language, which refuses them: to look into one would call its traps.
    const found = uncloneable(value, new Set(proxies?.keys()));
    if (found !== undefined) throw new Failure(`#<${found}> could not be cloned.`, 'DataCloneError' as never);
    return original(value, options);
  };
}

/** What in `value` cannot be cloned. Looks at data only: a getter of the program is not called once more. */
function uncloneable(value: unknown, seen: Set<object>): string | undefined {
  if (value === null || typeof value !== 'object' || seen.has(value)) return undefined;
  seen.add(value);
  if (PromiseObject.behind(value) !== undefined || Pending.behind(value) !== undefined) return 'Promise';
  if (AsyncGeneratorObject.machineOf(value) !== undefined) return 'AsyncGenerator';
  const inside: unknown[] = value instanceof Map ? [...value].flat() : value instanceof Set ? [...value] : Object.values(Object.getOwnPropertyDescriptors(value)).filter(({ enumerable }) => enumerable).map((property): unknown => property.value);
  for (const one of inside) {
    const found = uncloneable(one, seen);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The members of `crypto` that draw from chance. */
export const chanceOfCrypto = (random: Chance): { readonly getRandomValues: <T extends ArrayLike<number>>(array: T) => T; readonly randomUUID: () => string } => ({
  getRandomValues: (array) => fill(array, random),
  randomUUID: () => uuid(random),
});

function fill<T extends ArrayLike<number>>(array: T, random: () => number): T {
  const target = array as unknown as { [index: number]: number; length: number };
  for (let i = 0; i < target.length; i++) target[i] = Math.floor(random() * 4294967296);
  return array;
}

function uuid(random: () => number): string {
  return 'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () => Math.floor(random() * 16).toString(16));
}
