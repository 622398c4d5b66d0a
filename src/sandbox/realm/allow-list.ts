/**
 * The names that a learner's program may find in the global scope: the language itself, and nothing that reaches out of it,
 * waits, measures time or shares memory. The content policy of the frame is the wall; this is the tidy room behind it, and it
 * keeps a program that escapes the compiler's own globals from being different on two machines.
 */
const allowed = new Set(
  (
    'Object Function Array Number Boolean String Symbol BigInt Date Promise RegExp Proxy Reflect JSON Math Intl Temporal ' +
    'Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError SuppressedError ' +
    'Map Set WeakMap WeakSet Iterator AsyncIterator DisposableStack ' +
    'ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array ' +
    'Float16Array Float32Array Float64Array BigInt64Array BigUint64Array ' +
    'parseFloat parseInt isFinite isNaN decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape eval ' +
    'Infinity NaN undefined globalThis'
  ).split(' '),
);

/** Removes every other name from `scope` and its prototypes. Returns the names that the engine would not let go of. */
export function removeGlobals(scope: object): readonly string[] {
  const stuck: string[] = [];
  for (let holder: object | null = scope; holder !== null && holder !== Object.prototype; holder = Object.getPrototypeOf(holder)) {
    for (const name of Reflect.ownKeys(holder)) {
      if (typeof name === 'string' && allowed.has(name)) continue;
      if (name === Symbol.toStringTag || Reflect.deleteProperty(holder, name)) continue;
      // Not configurable. A writable one can still be emptied.
      const emptied = Reflect.defineProperty(holder, name, { value: undefined, writable: false });
      if (!emptied && Reflect.get(scope, name) !== undefined) stuck.push(String(name));
    }
  }
  return stuck;
}
