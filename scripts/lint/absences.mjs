/**
 * What the lower folders never name: the clock and chance, which the scheduler alone gives out, and the host they happen
 * to run in. The same files run in the site's build, a worker, the tests and the command line, and must agree to the byte.
 */

const words = (text) => text.trim().split(/\s+/);

const CLOCK = words('performance setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame requestIdleCallback');
const CHANCE = words('crypto');

const DOM = words(`
  document window self navigator location history screen localStorage sessionStorage indexedDB caches fetch
  XMLHttpRequest WebSocket Worker SharedWorker MessageChannel BroadcastChannel postMessage customElements
  Element HTMLElement SVGElement Event CustomEvent EventTarget addEventListener MutationObserver
  ResizeObserver IntersectionObserver getComputedStyle matchMedia alert confirm prompt
`);
const NODE = words('process Buffer require module __dirname __filename global');

const timeless = (name) => ({ name, message: 'Time and chance come from the scheduler, or from a clock passed in.' });
const hostless = (name) => ({ name, message: 'This folder knows neither the page nor Node.' });

const MEMBERS = [
  { object: 'Math', property: 'random', message: 'Chance comes from the scheduler: ask it for a choice.' },
  { object: 'Date', property: 'now', message: 'Time comes from the scheduler.' },
  ...['globalThis', 'window', 'self'].flatMap((object) =>
    CLOCK.map((property) => ({ object, property, message: 'Time comes from the scheduler.' })),
  ),
];

/** `new Date(0)` is a value; `new Date()` and `Date()` read the clock. */
const DATES = ['NewExpression[callee.name="Date"][arguments.length=0]', 'CallExpression[callee.name="Date"]'].map((selector) => ({
  selector,
  message: 'Time comes from the scheduler.',
}));

/** No clock, no chance, no DOM, no Node. */
export const pure = {
  'no-restricted-globals': ['error', ...[...CLOCK, ...CHANCE].map(timeless), ...[...DOM, ...NODE].map(hostless)],
  'no-restricted-properties': ['error', ...MEMBERS],
  'no-restricted-syntax': ['error', ...DATES],
};

/** The native kernel is where real time comes in; it still knows no host. */
export const pureWithClock = {
  'no-restricted-globals': ['error', ...[...DOM, ...NODE].map(hostless)],
  'no-restricted-properties': 'off',
  'no-restricted-syntax': 'off',
};
