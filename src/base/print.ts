/**
 * One line of text for any value, as `console.log` of the course prints it. Never throws, and does not run the program's own code:
 * getters are shown, not called. Long and deep values are cut.
 */
export function print(value: unknown, depth = 3): string {
  if (typeof value === 'string') return value;
  return show(value, depth, []);
}

/** Like `print`, but strings are quoted. For values inside a trace. */
export function quote(value: unknown, depth = 2): string {
  const text = show(value, depth, []);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What `console.log(...values)` prints: `%s %d %i %f %j %o %O %c` in a leading string take the values that follow. */
export function format(values: readonly unknown[]): string {
  const [first, ...rest] = values;
  if (typeof first !== 'string' || rest.length === 0) return values.map((value) => print(value)).join(' ');
  let next = 0;
  const text = first.replace(/%([sdifjoOc%])/g, (mark: string, kind: string) => {
    if (kind === '%') return '%';
    return next < rest.length ? place(kind, rest[next++]) : mark;
  });
  return [text, ...rest.slice(next).map((value) => print(value))].join(' ');
}

function place(kind: string, value: unknown): string {
  switch (kind) {
    case 's': return print(value, 0);
    case 'c': return '';
    case 'd': case 'i': case 'f': {
      if (typeof value === 'bigint') return `${value}n`;
      if (typeof value === 'object' || typeof value === 'symbol') return 'NaN';
      return String(kind === 'd' ? Number(value) : kind === 'i' ? parseInt(String(value), 10) : parseFloat(String(value)));
    }
    default: return show(value, 3, []);
  }
}

/** A method under this key says how an object is printed: for objects of ours that the program holds in its hands. */
export const PRINTED: unique symbol = Symbol('printed');

const MAX_ITEMS = 100;

function show(value: unknown, depth: number, above: readonly object[]): string {
  switch (typeof value) {
    case 'string': return quoteString(value);
    case 'number': return Object.is(value, -0) ? '-0' : String(value);
    case 'bigint': return `${value}n`;
    case 'symbol': return value.toString();
    case 'function': return functionLabel(value);
    case 'object': return value === null ? 'null' : showObject(value, depth, above);
    default: return String(value);
  }
}

function quoteString(text: string): string {
  const cut = text.length > 200 ? `${text.slice(0, 199)}…` : text;
  return `'${cut.replace(/\\/g, '\\\\').replace(/'/g, "\\'").replace(/\n/g, '\\n')}'`;
}

function functionLabel(value: object): string {
  try {
    const kind = Function.prototype.toString.call(value).startsWith('class') ? 'class' : 'Function';
    const name = own(value, 'name');
    return typeof name === 'string' && name !== '' ? `[${kind} ${name}]` : `[${kind}]`;
  } catch {
    return '[Function]';
  }
}

function showObject(value: object, depth: number, above: readonly object[]): string {
  if (above.includes(value)) return '[Circular]';
  try {
    return showSpecial(value) ?? showContents(value, depth, [...above, value]);
  } catch {
    return '[unprintable]';
  }
}

/** Objects whose contents are not their fields. */
function showSpecial(value: object): string | undefined {
  const printed = own(value, PRINTED);
  if (typeof printed === 'function') return String(Reflect.apply(printed, value, []));
  if (value instanceof Error) return showError(value);
  if (value instanceof Date) return Number.isNaN(Date.prototype.getTime.call(value)) ? 'Invalid Date' : Date.prototype.toISOString.call(value);
  if (value instanceof RegExp) return RegExp.prototype.toString.call(value);
  return undefined;
}

/** Where the realm is closed, their names are accessors, which are not asked here. */
const BUILT_IN_ERRORS = new Map<object, string>(
  [EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError, AggregateError, Error].map((error) => [error.prototype, error.name]),
);

/** The name that was given to it or to its class, then the name of its class. Asks nothing of the program. */
export function errorName(error: Error): string {
  for (let at: object | null = error; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const builtIn = BUILT_IN_ERRORS.get(at);
    if (builtIn !== undefined) return at === Object.getPrototypeOf(error) ? builtIn : constructorName(error) || builtIn;
    const given = Object.getOwnPropertyDescriptor(at, 'name')?.value as unknown;
    if (typeof given === 'string' && given !== '') return given;
  }
  return 'Error';
}

function showError(error: Error): string {
  const name = errorName(error);
  const message = own(error, 'message');
  return message === undefined || message === '' ? name : `${name}: ${print(message, 0)}`;
}

function showContents(value: object, depth: number, inside: readonly object[]): string {
  if (depth < 0) return Array.isArray(value) ? '[…]' : '{…}';
  const item = (each: unknown): string => show(each, depth - 1, inside);
  if (Array.isArray(value)) return list('[', elements(value, item), value.length, ']');
  if (value instanceof Map) return `Map(${sizeOf(Map.prototype, value)}) ${list('{', first(Map.prototype.entries.call(value), ([key, each]) => `${item(key)} => ${item(each)}`), sizeOf(Map.prototype, value), '}')}`;
  if (value instanceof Set) return `Set(${sizeOf(Set.prototype, value)}) ${list('{', first(Set.prototype.values.call(value), item), sizeOf(Set.prototype, value), '}')}`;
  if (ArrayBuffer.isView(value) && !(value instanceof DataView)) {
    const numbers = value as Uint8Array;
    return `${constructorName(value)}(${numbers.length}) ${list('[', elements(numbers, item), numbers.length, ']')}`;
  }
  return showFields(value, depth, inside);
}

function showFields(value: object, depth: number, inside: readonly object[]): string {
  const keys = Object.keys(value);
  const fields = keys.slice(0, MAX_ITEMS).map((key) => {
    const descriptor = Object.getOwnPropertyDescriptor(value, key);
    const label = /^[A-Za-z_$][\w$]*$/.test(key) ? key : quoteString(key);
    return `${label}: ${descriptor && 'value' in descriptor ? show(descriptor.value, depth - 1, inside) : '[Getter]'}`;
  });
  const name = constructorName(value);
  const prefix = name === '' || name === 'Object' ? '' : `${name} `;
  return prefix + (keys.length === 0 ? '{}' : list('{ ', fields, keys.length, ' }'));
}

/** The first elements. */
function elements(array: ArrayLike<unknown>, item: (value: unknown) => string): string[] {
  const texts: string[] = [];
  for (let i = 0; i < array.length && i < MAX_ITEMS; i++) {
    const descriptor = Object.getOwnPropertyDescriptor(array, i);
    texts.push(descriptor === undefined ? '<empty>' : 'value' in descriptor ? item(descriptor.value) : '[Getter]');
  }
  return texts;
}

function first<T>(items: Iterable<T>, item: (value: T) => string): string[] {
  const texts: string[] = [];
  for (const value of items) {
    if (texts.length === MAX_ITEMS) break;
    texts.push(item(value));
  }
  return texts;
}

/** The size as the built-in class knows it, whatever a subclass says. */
function sizeOf(prototype: object, value: object): number {
  const getter = Object.getOwnPropertyDescriptor(prototype, 'size')?.get;
  return getter === undefined ? 0 : Number(Reflect.apply(getter, value, []));
}

/** The text of what was thrown. Like `print`, it never throws, whatever was thrown. */
export function printThrown(error: unknown): string {
  const isError = isErrorLike(error);
  return isError ? print(error) : `thrown: ${print(error)}`;
}

/** Whether `error` is an Error; false for a proxy that does not want to say. */
export function isErrorLike(error: unknown): error is Error {
  try {
    return error instanceof Error;
  } catch {
    return false;
  }
}

/** A field that holds data, wherever it is on the prototype chain. Getters are not called. */
export function fieldOf(value: object, key: PropertyKey): unknown {
  try {
    return own(value, key);
  } catch {
    return undefined;
  }
}

function list(open: string, items: readonly string[], total: number, close: string): string {
  const more = total > items.length ? `, … ${total - items.length} more` : '';
  return `${open}${items.join(', ')}${more}${close}`;
}

/** Name of the class, read from data properties only. */
function constructorName(value: object): string {
  const prototype = Object.getPrototypeOf(value) as object | null;
  const maker = prototype === null ? undefined : own(prototype, 'constructor');
  const name = typeof maker === 'function' ? own(maker, 'name') : undefined;
  return typeof name === 'string' ? name : '';
}

function own(value: object, key: PropertyKey): unknown {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(at, key);
    if (descriptor) return 'value' in descriptor ? descriptor.value : undefined;
  }
  return undefined;
}
