/**
 * One line of text for any value, as `console.log` of the course prints it. Never throws and never runs the program's
 * code: getters are shown, not called. Long and deep values are cut.
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
  const name = own(value, 'name');
  return typeof name === 'string' && name !== '' ? `[Function ${name}]` : '[Function]';
}

function showObject(value: object, depth: number, above: readonly object[]): string {
  if (above.includes(value)) return '[Circular]';
  try {
    if (value instanceof Error) return `${own(value, 'name') ?? constructorName(value)}: ${own(value, 'message') ?? ''}`;
    if (depth < 0) return Array.isArray(value) ? '[…]' : '{…}';
    const inside = [...above, value];
    if (Array.isArray(value)) return list('[', value.slice(0, MAX_ITEMS).map((item) => show(item, depth - 1, inside)), value.length, ']');
    if (value instanceof Map) return `Map(${value.size}) ${list('{', [...value].slice(0, MAX_ITEMS).map(([k, v]) => `${show(k, depth - 1, inside)} => ${show(v, depth - 1, inside)}`), value.size, '}')}`;
    if (value instanceof Set) return `Set(${value.size}) ${list('{', [...value].slice(0, MAX_ITEMS).map((v) => show(v, depth - 1, inside)), value.size, '}')}`;
    return showFields(value, depth, inside);
  } catch {
    return '[unprintable]';
  }
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

function own(value: object, key: string): unknown {
  for (let at: object | null = value; at !== null; at = Object.getPrototypeOf(at) as object | null) {
    const descriptor = Object.getOwnPropertyDescriptor(at, key);
    if (descriptor) return 'value' in descriptor ? descriptor.value : undefined;
  }
  return undefined;
}
