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
  return [...iterators, ...functions].map((value) => Object.getPrototypeOf(value) as object);
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

function allowOverride(prototype: object, name: string): void {
  const found = Object.getOwnPropertyDescriptor(prototype, name);
  if (!found?.configurable || !('value' in found)) return;
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
}

/**
 * Freezes everything that can be reached from `scope`: every constructor, prototype and method of the language. After this no
 * program can change what the engine's own code sees; one that tries gets a TypeError at its line.
 */
export function freezeIntrinsics(scope: object): void {
  for (const [prototype, names] of overridable()) for (const name of names) allowOverride(prototype, name);
  const seen = new Set<object>();
  const waiting: object[] = [scope, ...hiddenIntrinsics()];
  const add = (value: unknown): void => {
    if (((typeof value === 'object' && value !== null) || typeof value === 'function') && !seen.has(value)) waiting.push(value);
  };
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
