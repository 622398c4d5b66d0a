/**
 * Names that belong to the engine when a program uses them without declaring them: time, chance, wake-ups, output and
 * the host. They resolve to `$.globals`. What the engine does not offer is undefined there, so the host's is out of reach.
 */
export const engineGlobals: ReadonlySet<string> = new Set([
  'Promise', 'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval', 'setImmediate', 'clearImmediate', 'queueMicrotask',
  'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'cancelIdleCallback', 'scheduler',
  'Date', 'Math', 'performance', 'crypto', 'Temporal', 'console', 'AbortController', 'AbortSignal', 'structuredClone', 'AsyncDisposableStack', 'Proxy',
  'globalThis', 'self', 'window', 'global', 'process', 'Atomics', 'SharedArrayBuffer', 'WeakRef', 'FinalizationRegistry',
  'fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'SharedWorker', 'BroadcastChannel', 'MessageChannel', 'MessagePort',
  'postMessage', 'onmessage', 'importScripts', 'navigator', 'location', 'document', 'localStorage', 'sessionStorage', 'indexedDB', 'caches',
  'require', 'module', 'exports', 'Buffer', 'alert', 'prompt', 'confirm', 'WebAssembly',
]);

/** Globals whose members are nobody's shared state: reading `Math.PI` or calling `console.log` is not a point. */
export const plainGlobals: ReadonlySet<string> = new Set([
  'console', 'Math', 'JSON', 'Object', 'Array', 'Number', 'String', 'Boolean', 'Symbol', 'BigInt', 'Promise', 'Reflect', 'Date', 'performance', 'crypto',
  'Map', 'Set', 'WeakMap', 'WeakSet', 'Error', 'TypeError', 'RangeError', 'AggregateError', 'RegExp', 'Function', 'Proxy', 'Intl', 'Iterator',
  'AbortSignal', 'AbortController', 'ArrayBuffer', 'Uint8Array', 'Int32Array', 'Float64Array', 'Uint32Array', 'BigInt64Array',
  'undefined', 'NaN', 'Infinity',
]);

/** Functions among the globals. Calling one is not a point. */
export const plainFunctions: ReadonlySet<string> = new Set([
  ...plainGlobals, ...engineGlobals,
  'parseInt', 'parseFloat', 'isNaN', 'isFinite', 'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError',
]);

/** Global functions and objects that look at an argument and keep no hold of it. */
export const lookingGlobals: ReadonlySet<string> = new Set(['console', 'Math', 'JSON', 'String', 'Number', 'Boolean', 'structuredClone']);
/** The same for single members of `Object` and `Array`. */
export const lookingMembers: ReadonlySet<string> = new Set([
  'Object.keys', 'Object.values', 'Object.entries', 'Object.is', 'Object.hasOwn', 'Object.fromEntries', 'Array.isArray', 'Array.from',
]);
