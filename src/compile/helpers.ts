import type { Helper } from './emit/context.ts';

/** Functions that the generated code calls besides the kernel. Only those in use are written, on the code's first line. */
export const helpers: Readonly<Record<Helper, (engine: string) => string>> = {
  // Calls a method that was looked up before its arguments were evaluated.
  apply: () => '(fn, self, args, text) => { if (typeof fn !== "function") throw new TypeError(text + " is not a function"); return Reflect.apply(fn, self, args); }',
  // Makes a generator method async, keeping how the property is defined.
  method: (engine) =>
    `(object, key, kind) => { const property = Object.getOwnPropertyDescriptor(object, key); property.value = ${engine}[kind](property.value, typeof key === "symbol" ? property.value.name : String(key)); return Object.defineProperty(object, key, property); }`,
  // Puts something in the place of a method, as it is defined.
  replace: () => '(object, key, make) => Object.defineProperty(object, key, { value: make(object[key]) })',
  export: () => '(out, name, get) => Object.defineProperty(out, name, { get, enumerable: true, configurable: true })',
  exportAll: () =>
    '(out, from) => { for (const name of Object.keys(from)) if (name !== "default" && !(name in out)) Object.defineProperty(out, name, { get: () => from[name], enumerable: true, configurable: true }); }',
};
