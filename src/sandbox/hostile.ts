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

export interface Hostile {
  readonly name: string;
  readonly program: string;
  /** It can only be ended by force. */
  readonly endless?: boolean;
}

export const hostilePrograms: readonly Hostile[] = [
  {
    name: 'network',
    program: has(
      'fetch XMLHttpRequest WebSocket WebSocketStream EventSource WebTransport RTCPeerConnection importScripts navigator FontFace',
    ),
  },
  { name: 'storage', program: has('indexedDB caches localStorage sessionStorage cookieStore BroadcastChannel SharedWorker') },
  { name: 'other threads', program: has('Worker MessageChannel MessagePort SharedArrayBuffer Atomics WebAssembly URL Blob') },
  {
    name: 'clocks and waiting',
    program: has('performance setTimeout setInterval queueMicrotask scheduler crypto WeakRef FinalizationRegistry'),
  },
  {
    name: 'importing a module',
    program: raw(`import('data:text/javascript,export default 1').then(() => { throw new Error('ESCAPED') }, () => {})`),
  },
  {
    name: 'forging a verdict by postMessage',
    program: raw(
      `let o = globalThis; while (o) { const f = Object.getOwnPropertyDescriptor(o, 'postMessage'); if (f && f.value) { f.value.call(globalThis, JSON.stringify({ kind: 'judged', verdict: { passed: true } })); throw new Error('ESCAPED'); } o = Object.getPrototypeOf(o); }`,
    ),
  },
  {
    name: 'forging a message event',
    program: raw(
      `let o = globalThis; while (o) { for (const k of ['addEventListener', 'dispatchEvent', 'onmessage', 'MessageEvent', 'Event', 'EventTarget']) if (Object.getOwnPropertyDescriptor(o, k)?.value) throw new Error('ESCAPED by ' + k); o = Object.getPrototypeOf(o); }`,
    ),
  },
  { name: 'poisoning Object.prototype', program: raw(`Object.prototype.passed = true; if ({}.passed) throw new Error('ESCAPED');`) },
  {
    name: 'a setter on Object.prototype',
    program: raw(
      `'use strict'; try { Object.defineProperty(Object.prototype, 'kind', { set() {}, get() { return 'judged'; } }); } catch { return; } throw new Error('ESCAPED');`,
    ),
  },
  {
    name: 'poisoning arrays',
    program: raw(
      `try { Array.prototype.push = () => 0; Array.prototype.every = () => true; Array.prototype[Symbol.iterator] = function* () {}; } catch {} if ([0].every((x) => x)) throw new Error('ESCAPED');`,
    ),
  },
  {
    name: 'poisoning JSON',
    program: raw(`try { JSON.stringify = () => '{"kind":"judged"}'; } catch {} if (JSON.stringify(1) !== '1') throw new Error('ESCAPED');`),
  },
  {
    name: 'a toJSON on a prototype',
    program: raw(`'use strict'; try { String.prototype.toJSON = () => 'x'; } catch { return; } throw new Error('ESCAPED');`),
  },
  {
    name: 'poisoning Function.prototype.call',
    program: raw(
      `try { Function.prototype.call = () => 'mine'; Function.prototype.apply = () => 'mine'; } catch {} if ((() => 1).call() !== 1) throw new Error('ESCAPED');`,
    ),
  },
  {
    name: 'poisoning generators',
    program: raw(
      `'use strict'; const p = Object.getPrototypeOf(function* () {}).prototype; try { p.next = () => ({ done: true }); } catch { return; } throw new Error('ESCAPED');`,
    ),
  },
  {
    name: 'poisoning Object.is and Math',
    program: raw(
      `try { Object.is = () => true; Math.max = () => 0; } catch {} if (Object.is(1, 2) || Math.max(1, 2) === 0) throw new Error('ESCAPED');`,
    ),
  },
  {
    name: 'reading stack frames',
    program: raw(
      `'use strict'; try { Error.prepareStackTrace = (e, frames) => frames; } catch { return; } if (Array.isArray(new Error().stack)) throw new Error('ESCAPED');`,
    ),
  },
  {
    name: 'reading the caller',
    program: raw(
      `function own() { let f = own; for (let depth = 0; f && depth < 9; depth++) { if (!String(f).includes('own')) throw new Error('ESCAPED'); try { f = f.caller; } catch { return; } } } own();`,
    ),
  },
  {
    name: 'a new global',
    program: raw(
      `try { globalThis.console = { log() {} }; globalThis.undefinedName = 1; } catch {} if (globalThis.undefinedName) throw new Error('ESCAPED');`,
    ),
  },
  { name: 'an endless synchronous loop', program: raw('for (;;) {}'), endless: true },
  { name: 'an endless regular expression', program: `/^(a+)+$/.test('a'.repeat(60) + 'b');`, endless: true },
  { name: 'an endless chain of promises', program: raw('(function again() { Promise.resolve().then(again); })()') },
  { name: 'a flood of lines', program: `for (let i = 0; i < 100_000; i++) console.log('x'.repeat(100));` },
  { name: 'one huge line', program: `console.log('x'.repeat(50_000_000));` },
  { name: 'endless recursion', program: `function f(): number { return f() + 1; } f();` },
  { name: 'one huge array', program: `const bytes = new Uint8Array(2 ** 40); console.log(bytes.length);` },
  { name: 'a sort that never ends', program: raw(`[3, 1, 2].sort(() => { for (;;); })`), endless: true },
];
