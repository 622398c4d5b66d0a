import { randomFrom } from '#base';

const NAMES = ['a', 'ch', 'm', 'wg', 'go', 'n', 'globalThis', 'constructor', '__proto__', 'arguments', 'this'];
const LEAVES = ['0', '-1', '2 ** 53', 'NaN', "'</script>'", '`${n}`', '/(a+)+$/', '[]', '{}', 'undefined', 'null', 'Symbol.iterator', '10n ** 20n', 'new Proxy({}, {})'];
const CALLS = ['ch.send', 'ch.receive', 'm.lock', 'm.unlock', 'wg.wait', 'wg.done', 'sleep', 'console.log', 'Object.freeze', 'Function', 'eval', 'Reflect.construct', 'Promise.all', 'JSON.stringify', 'structuredClone'];

/** The text of a random program: most compile, some are nonsense, all try what programs try. The same seed gives the same text. */
export function randomText(seed: number): string {
  const random = randomFrom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)]!;
  const expression = (depth: number): string => {
    if (depth === 0 || random() < 0.3) return random() < 0.5 ? pick(NAMES) : pick(LEAVES);
    const inner = (): string => expression(depth - 1);
    return pick([`${pick(CALLS)}(${inner()})`, `await ${pick(CALLS)}(${inner()})`, `(${inner()} + ${inner()})`, `${pick(NAMES)}[${inner()}]`, `(() => ${inner()})()`, `[...${inner()}]`, `new (${inner()})`, `{ ...${inner()} }`]);
  };
  const statement = (depth: number): string => {
    if (depth === 0 || random() < 0.5) return `${pick(['', 'let x = ', 'n = ', 'n += ', 'throw ', 'return '])}${expression(3)};`;
    const body = statements(depth - 1);
    return pick([`go(async () => {${body}});`, `for (let i = 0; i < 3; i++) {${body}}`, `while (${expression(1)}) {${body}}`, `try {${body}} catch {}`, `if (${expression(2)}) {${body}}`, `{${body}}`, `}${body}`]);
  };
  const statements = (depth: number): string => Array.from({ length: 1 + Math.floor(random() * 4) }, () => statement(depth)).join('\n');
  return `import { chan, go, Mutex, sleep, WaitGroup } from 'happens-before/go';\nconst ch = chan(1), m = new Mutex(), wg = new WaitGroup();\nlet n = 0, a: any;\n${statements(3)}`;
}
