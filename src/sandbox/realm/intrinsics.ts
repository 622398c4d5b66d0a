/** Objects of the language that no global name leads to. */
function hiddenIntrinsics(): readonly object[] {
  const iterators = [
    [][Symbol.iterator](),
    new Map()[Symbol.iterator](),
    new Set()[Symbol.iterator](),
    ''[Symbol.iterator](),
    'a'.matchAll(/a/g),
  ];
  const functions = [function* () {}, async function () {}, async function* () {}];
  // In V8 an error's stack is an accessor of its own, and its two functions are those of every error.
  const { get, set } = Object.getOwnPropertyDescriptor(new Error(), 'stack') ?? {};
  return [...[...iterators, ...functions].map((value) => Object.getPrototypeOf(value) as object), ...[get, set].filter((accessor) => accessor !== undefined)];
}

/**
 * Names that programs set on their own objects although a built-in prototype has them: `this.name = 'NotFound'` in a class that
 * extends Error, `node.toString = …`. A frozen prototype would forbid these assignments too (the "override mistake" of the
 * language), so these few become accessors that define the property on the object that was assigned to.
 *
 * `constructor` of arrays and promises is left out on purpose: V8 runs `map`, `slice` and `await` slower once it is touched.
 */
function overridable(): readonly (readonly [object, readonly string[]])[] {
  const errors = [Error, AggregateError, EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError];
  return [
    [Object.prototype, ['constructor', 'toString', 'toLocaleString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', 'propertyIsEnumerable']],
    [Function.prototype, ['toString', 'constructor']],
    [Array.prototype, ['toString']],
    [Date.prototype, ['toString', 'toJSON']],
    ...errors.map((error) => [error.prototype, ['constructor', 'name', 'message', 'toString']] as const),
  ];
}

/** Gives the value, which only the accessor leads to from now on. */
function allowOverride(prototype: object, name: string): unknown {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  if (!found?.configurable || !('value' in found)) return undefined;
  const value: unknown = found.value;
  Object.defineProperty(prototype, name, {
    get: () => value,
    set(this: object, replacement: unknown) {
      if (this === prototype) throw new TypeError(`cannot replace the built-in ${name}`);
      Object.defineProperty(this, name, { value: replacement, writable: true, enumerable: true, configurable: true });
    },
    enumerable: found.enumerable ?? false,
    configurable: false,
  });
  return value;
}

/**
 * Freezes everything that can be reached from `scope`: every constructor, prototype and method of the language, and `others`. After this no
 * program can change what the engine's own code sees; one that tries gets a TypeError at its line. Nor can a run leave
 * anything for the next one: it cannot tell that it is not the first.
 */
export function freezeIntrinsics(scope: object, others: readonly object[] = []): void {
  const seen = new Set<object>();
  const waiting: object[] = [scope, ...hiddenIntrinsics(), ...others];
  const add = (value: unknown): void => {
    if (((typeof value === 'object' && value !== null) || typeof value === 'function') && !seen.has(value)) waiting.push(value);
  };
  for (const [prototype, names] of overridable()) for (const name of names) add(allowOverride(prototype, name));
  for (let object = waiting.pop(); object !== undefined; object = waiting.pop()) {
    if (seen.has(object)) continue;
    seen.add(object);
    add(Object.getPrototypeOf(object));
    for (const key of Reflect.ownKeys(object)) {
      const found = Object.getOwnPropertyDescriptor(object, key)!;
      add(found.value);
      add(found.get);
      add(found.set);
    }
    // `freeze` throws for a typed array with elements and for a few host objects; none of them is an intrinsic.
    try {
      Object.freeze(object);
    } catch {
      Object.preventExtensions(object);
    }
  }
}
