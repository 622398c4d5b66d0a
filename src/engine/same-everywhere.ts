/**
 * Gives this realm one zone and one language, those of no machine: UTC and American English. A program that prints a date, or sorts by
 * `localeCompare`, must print the same in the site's build, in every browser, in the tests and on the command line.
 *
 * It changes the built-ins of the realm in place, as nothing else reaches the methods of values that a program already has. What a
 * program asks for by name, as `new Intl.DateTimeFormat('de', { timeZone: 'Asia/Tokyo' })`, it still gets. Calling it twice changes nothing more.
 *
 * The constructor is the kernel's own `Date`, which reads local times as UTC as well.
 */
export function sameEverywhere(): void {
  for (const name of ['Date', 'Day', 'FullYear', 'Hours', 'Minutes', 'Month', 'Seconds', 'Milliseconds']) {
    useOf(`get${name}`, `getUTC${name}`);
    if (name !== 'Day') useOf(`set${name}`, `setUTC${name}`);
  }
  defineDate({
    getTimezoneOffset(this: Date) { return this.getTime() * 0; },
    getYear(this: Date) { return this.getUTCFullYear() - 1900; },
    toString(this: Date) { return Number.isNaN(this.getTime()) ? 'Invalid Date' : `${day(this)} ${time(this)}`; },
    toDateString(this: Date) { return Number.isNaN(this.getTime()) ? 'Invalid Date' : day(this); },
    toTimeString(this: Date) { return Number.isNaN(this.getTime()) ? 'Invalid Date' : time(this); },
  });
  for (const name of ['toLocaleString', 'toLocaleDateString', 'toLocaleTimeString'] as const) {
    const original = Date.prototype[name] as (this: Date, locales?: unknown, options?: unknown) => string;
    defineDate({ [name](this: Date, locales?: unknown, options?: unknown) { return plainSpaces(Reflect.apply(original, this, [preferring(locales), inUtc(options)])); } });
  }
  for (const name of Object.getOwnPropertyNames(Intl)) if (!['Locale', 'getCanonicalLocales', 'supportedValuesOf'].includes(name)) settle(name);
  formatPlainly();
  const asking = { String: ['toLocaleLowerCase', 'toLocaleUpperCase'], Number: ['toLocaleString'], BigInt: ['toLocaleString'] } as const;
  for (const [holder, names] of Object.entries(asking)) for (const name of names) preferIn((globalThis as unknown as Record<string, { prototype: object }>)[holder]?.prototype as object, name, 0);
  preferIn(String.prototype, 'localeCompare', 1);
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const two = (n: number): string => String(n).padStart(2, '0');
const year = (n: number): string => (n < 0 ? '-' : '') + String(Math.abs(n)).padStart(n < 0 ? 6 : 4, '0');

const day = (date: Date): string => `${WEEKDAYS[date.getUTCDay()] ?? ''} ${MONTHS[date.getUTCMonth()] ?? ''} ${two(date.getUTCDate())} ${year(date.getUTCFullYear())}`;
const time = (date: Date): string => `${two(date.getUTCHours())}:${two(date.getUTCMinutes())}:${two(date.getUTCSeconds())} GMT+0000 (Coordinated Universal Time)`;

/** `locales`, and where none of them is known, American English rather than the machine's. */
function preferring(locales: unknown): unknown {
  if (locales === undefined) return 'en-US';
  return [...Intl.getCanonicalLocales(locales as string), 'en-US'];
}

const inUtc = (options: unknown): unknown => {
  if (options === undefined) return { timeZone: 'UTC' };
  if (options === null || (options as { timeZone?: unknown }).timeZone !== undefined) return options;
  return Object.create(Object(options) as object, { timeZone: { value: 'UTC' } });
};

/** Some hosts put a narrow space between the time and AM, some a plain one. */
const plainSpaces = (text: string): string => text.replaceAll('\u202f', ' ');

/** Replaces a method: the same name and length, as hidden from loops as it was. */
function define(holder: object, name: string, value: Function): void {
  const before = Object.getOwnPropertyDescriptor(holder, name);
  Object.defineProperty(value, 'name', { value: name, configurable: true });
  Object.defineProperty(value, 'length', { value: (before?.value as Function | undefined)?.length ?? value.length, configurable: true });
  Object.defineProperty(holder, name, { value, writable: true, enumerable: before?.enumerable ?? false, configurable: true });
}

const defineDate = (methods: Readonly<Record<string, Function>>): void => {
  for (const [name, method] of Object.entries(methods)) define(Date.prototype, name, method);
};

/** Lets a local method of dates do what the one for UTC does. */
function useOf(local: string, universal: string): void {
  const method = (Date.prototype as unknown as Record<string, (...args: unknown[]) => unknown>)[universal] as Function;
  defineDate({ [local]: { [local](this: Date, ...args: unknown[]) { return Reflect.apply(method, this, args) as unknown; } }[local] as Function });
}

/** A method whose argument at `index` is the locales. */
function preferIn(holder: object, name: string, index: number): void {
  const original = (holder as Record<string, Function>)[name] as Function;
  define(holder, name, { [name](this: unknown, ...args: unknown[]) {
    while (args.length < index) args.push(undefined);
    args[index] = preferring(args[index]);
    return Reflect.apply(original, this, args) as unknown;
  } }[name] as Function);
}

/** A constructor of `Intl` that does not look at the machine. Each may be called without `new` where the language allows it. */
function settle(name: string): void {
  const holder = Intl as unknown as Record<string, Function & { prototype: object }>;
  const Original = holder[name];
  if (typeof Original !== 'function') return;
  const isDate = name === 'DateTimeFormat';
  const settled = function (this: unknown, locales?: unknown, options?: unknown): unknown {
    const args = [preferring(locales), isDate ? inUtc(options) : options];
    if (new.target === undefined) return Reflect.apply(Original, undefined, args) as unknown;
    return Reflect.construct(Original, args, new.target === settled ? Original : new.target);
  };
  Object.setPrototypeOf(settled, Original);
  Object.defineProperty(settled, 'prototype', { value: Original.prototype, writable: false });
  define(holder, name, settled);
  Object.defineProperty(Original.prototype, 'constructor', { value: settled, writable: true, configurable: true });
}

function formatPlainly(): void {
  const format = Intl.DateTimeFormat.prototype;
  const { get } = Object.getOwnPropertyDescriptor(format, 'format') as { get: (this: Intl.DateTimeFormat) => (date?: Date) => string };
  Object.defineProperty(format, 'format', {
    get(this: Intl.DateTimeFormat) {
      const bound = Reflect.apply(get, this, []);
      return (date?: Date) => plainSpaces(bound(date));
    },
    configurable: true,
  });
  const { formatToParts } = format;
  define(format, 'formatToParts', function (this: Intl.DateTimeFormat, date?: Date) {
    return Reflect.apply(formatToParts, this, [date]).map((part) => ({ ...part, value: plainSpaces(part.value) }));
  });
}
