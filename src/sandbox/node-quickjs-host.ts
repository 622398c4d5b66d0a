/**
 * The engine in QuickJS: what a process runs on a machine without a wall of the operating system. Takes the engine and the requests from the standard input and says
 * each reply as a line, like `node-batch-host.ts`. QuickJS cannot be relied on to stop itself, so whoever has started this process ends it.
 */
import { readFileSync, writeSync } from 'node:fs';
import variant from '@jitl/quickjs-ng-wasmfile-release-sync';
import { newQuickJSWASMModuleFromVariant, type QuickJSContext, type QuickJSHandle } from 'quickjs-emscripten-core';
import { hoistYields } from './node-hoist.ts';
import type { Assignment } from './protocol.ts';

const MEMORY = 512 << 20;
const STACK = 1 << 20;
/** If whoever has started this process is gone, nobody else ends it. Longer than any batch is given. */
const LONGEST_MS = 30 * 60_000;

/**
 * What the engine's bundle asks of its host before it closes the realm. There is no `Intl`: a program that formats by it fails, and its answer counts as
 * inconclusive. `Function` goes by way of the judge's own parser, around a fault of QuickJS.
 */
const before = `
globalThis.addEventListener = (type, listen) => take(listen);
globalThis.performance = { now };
globalThis.Intl = { DateTimeFormat: class { get format() { throw new TypeError('Intl is not available'); } formatToParts() { throw new TypeError('Intl is not available'); } }, getCanonicalLocales: (locales) => [].concat(locales) };
// English, and no more digits after the point than that has: what the engine's own sentences need.
Number.prototype.toLocaleString = function toLocaleString() {
  const [whole, part] = String(Math.round(this * 1000) / 1000).split('.');
  return whole.replace(/\\B(?=(\\d{3})+$)/g, ',') + (part === undefined ? '' : '.' + part);
};
{
  const make = (target, [parameter, code]) => new target(parameter, hoist(code));
  globalThis.Function = new Proxy(Function, { construct: make, apply: (target, self, given) => make(target, given) });
}
globalThis.structuredClone = (value) => {
  const seen = new Map();
  const keep = (from, to, fill) => { seen.set(from, to); fill(to); return to; };
  const copy = (from) => {
    if (typeof from === 'function' || typeof from === 'symbol') throw new TypeError('this value could not be cloned');
    if (typeof from !== 'object' || from === null) return from;
    if (seen.has(from)) return seen.get(from);
    if (Array.isArray(from)) return keep(from, [], (to) => { for (const key of Object.keys(from)) to[key] = copy(from[key]); to.length = from.length; });
    if (from instanceof Map) return keep(from, new Map(), (to) => { for (const [key, each] of from) to.set(copy(key), copy(each)); });
    if (from instanceof Set) return keep(from, new Set(), (to) => { for (const each of from) to.add(copy(each)); });
    if (from instanceof Date) return new Date(from.getTime());
    if (from instanceof Error) return keep(from, new Error(from.message), (to) => { to.name = from.name; });
    if (ArrayBuffer.isView(from)) return from.slice();
    return keep(from, {}, (to) => { for (const key of Object.keys(from)) to[key] = copy(from[key]); });
  };
  return copy(value);
};
`;

const { nonce, engine, assignment } = JSON.parse(readFileSync(0, 'utf8')) as { nonce: string; engine: string; assignment: Assignment };
const quickjs = await newQuickJSWASMModuleFromVariant(variant);
const runtime = quickjs.newRuntime({ memoryLimitBytes: MEMORY, maxStackSizeBytes: STACK });
runtime.setInterruptHandler(() => performance.now() > LONGEST_MS);
const vm = runtime.newContext();

let listener: QuickJSHandle | undefined;
give('postMessage', (message) => say(vm.getString(message)));
// As parameters, so that no program can name them.
vm.unwrapResult(vm.evalCode(`(take, now, hoist) => { ${before} }`)).consume((ready) => {
  const functions = [vm.newFunction('take', (handle) => void (listener = handle.dup())), vm.newFunction('now', () => vm.newNumber(performance.now())), vm.newFunction('hoist', (code) => vm.newString(hoistYields(vm.getString(code))))];
  vm.unwrapResult(vm.callFunction(ready, vm.undefined, ...functions));
});
vm.unwrapResult(vm.evalCode(engine, 'engine.js'));
if (listener === undefined) throw new Error('[internal] the engine listens to nothing');
vm.unwrapResult(vm.callFunction(listener, vm.undefined, objectOf(vm, { data: assignment })));

function give(name: string, run: (argument: QuickJSHandle) => void): void {
  vm.newFunction(name, run).consume((handle) => vm.setProp(vm.global, name, handle));
}

function objectOf(context: QuickJSContext, value: unknown): QuickJSHandle {
  const text = context.newString(JSON.stringify(value));
  return context.unwrapResult(context.evalCode('JSON.parse')).consume((parse) => context.unwrapResult(context.callFunction(parse, context.undefined, text)));
}

function say(message: string): void {
  const bytes = Buffer.from(`${nonce}${message}\n`);
  for (let at = 0; at < bytes.length; ) at += writeSync(1, bytes, at);
}
