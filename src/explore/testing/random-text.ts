import { randomFrom } from '#base';
import { compile } from '#compile';
import { Model, type Lowered, type Modules } from '#kernel';
import * as go from '#runtime/go';
import * as synctest from '#runtime/synctest';
import * as threading from '#runtime/threading';
import type { Mode } from '#trace';
import type { RandomProgram } from './random-program.ts';

/**
 * Random programs of what the language itself offers: promises, reactions, async generators, timers. They are written as text, and
 * compiled as a learner's would be.
 */
interface TextFamily {
  /** Statements that a task may be made of: `o` and `n` are the two objects, `v` a small number, `at` is where goes what it sees. */
  readonly statements: readonly ((o: number, n: number, v: number, at: string) => string)[];
  /** Declarations that the statements need. */
  readonly prelude?: string;
  readonly mode?: Mode;
  /** Threads of Python's instead of goroutines. */
  readonly threads?: boolean;
  /** The tasks begin in this, with declarations of its own; `beside`: the last one does not. */
  readonly within?: { readonly what: 'bubble' | 'leakCheck'; readonly prelude?: string; readonly beside?: boolean };
}

const PROMISES = [0, 1].map((o) => `let resolve${o}, reject${o}; const p${o} = new Promise((done, failed) => { resolve${o} = done; reject${o} = failed; });`).join('\n');

const VARIABLES: TextFamily['statements'] = [
  (o, _n, _v, at) => `see(${at}, x${o});`,
  (o, _n, v) => `x${o} = ${v};`,
];

const SETTLING: TextFamily['statements'] = [
  (o, _n, v) => `resolve${o}(${v});`,
  (o, _n, v) => `resolve${o}(${v});`,
  (o, _n, v) => `reject${o}(${v});`,
];

const GENERATORS = [0, 1].map((o) => `async function* source${o}(at) { see(at, 'begun'); yield x${o}; const got = await p${o}; x${o} = 7; yield got; }`).join('\n');

const CAUGHT = (statement: string, at: string): string => `try { ${statement} } catch (error) { see(${at}, error.message); }`;

/** What may wait for others in its bubble, or for its clock. */
const BUBBLED: TextFamily['statements'] = [
  ...VARIABLES,
  (_o, _n, _v, at) => CAUGHT(`await wait(); see(${at}, x0, x1);`, at),
  (_o, _n, v, at) => `await sleep(${v % 3}); see(${at}, now());`,
  (o, _n, v) => `await inner[${o}].send(${v});`,
  (o, _n, _v, at) => `see(${at}, await inner[${o}].receive(), now());`,
  (o, n, v, at) => `see(${at}, await select(inner[${o}].onReceive(), after(${v % 3}).onReceive(() => x${n})));`,
];

const INNER = 'const inner = [chan(), chan(1)];';

export const TEXT_KINDS = {
  /** Goroutines of a bubble, which wait for one another and for its clock. */
  bubble: { within: { what: 'bubble', prelude: INNER }, statements: BUBBLED },
  /** One of them is outside, and shares locks, a channel and variables with those inside. */
  bubbleBeside: {
    prelude: 'let inner = [chan(), chan(1)], settle = () => {}, settled = 0, group = new WaitGroup(); const outer = chan(1), mu = new Mutex();',
    within: { what: 'bubble', prelude: 'inner = [chan(), chan(1)]; settled = new Promise((done) => { settle = done; }); group = new WaitGroup(); group.add(1);', beside: true },
    statements: [
      ...VARIABLES,
      (_o, _n, _v, at) => CAUGHT(`await wait(); see(${at}, x0, x1);`, at),
      (_o, _n, v, at) => `await sleep(${v % 3}); see(${at}, now());`,
      (o, _n, v, at) => CAUGHT(`await inner[${o}].send(${v});`, at),
      (_o, _n, v) => `settle(${v});`,
      (_o, _n, _v, at) => `see(${at}, await settled);`,
      (_o, _n, _v, at) => CAUGHT('group.done();', at),
      (_o, _n, _v, at) => `await group.wait(); see(${at}, now());`,
      (_o, _n, v) => `await outer.send(${v});`,
      (_o, _n, _v, at) => `see(${at}, await outer.receive());`,
      (o, _n, _v, at) => `await mu.lock(); x${o} += 1; mu.unlock(); see(${at}, now());`,
    ],
  },
  /** What is left when all that can go on has. */
  leakCheck: { within: { what: 'leakCheck', prelude: INNER }, statements: BUBBLED },
  /** Reactions read and write variables, in the step that settles or in the one that asks. */
  reactions: {
    prelude: PROMISES,
    statements: [
      ...VARIABLES, ...SETTLING,
      (o, n, _v, at) => `p${o}.then((got) => { x${n} = got; }, () => see(${at}, x${n}));`,
      (o, n, _v, at) => `p${o}.then((got) => see(${at}, got, x${n}), (error) => { x${n} = -error; });`,
      (o, n, _v, at) => `p${o}.finally(() => see(${at}, x${n})).catch(() => undefined);`,
      (o, n, _v, at) => `see(${at}, await p${o}.then((got) => got + x${n}, (error) => error * x${n}));`,
      (o) => `queueMicrotask(() => { x${o} += 1; });`,
      (o, _n, _v, at) => `see(${at}, await p${o}.catch((error) => -error));`,
    ],
  },
  /** Promises that follow others, and thenables. */
  following: {
    prelude: PROMISES,
    statements: [
      ...SETTLING,
      (o, n) => `resolve${o}(p${n});`,
      (o, _n, v, at) => `resolve${o}({ then(done) { see(${at}, x${o}); done(${v}); done(9); } });`,
      (o, _n, _v, at) => `see(${at}, await p${o}.catch((error) => -error));`,
      (o, _n, _v, at) => `p${o}.then((got) => see(${at}, got), (error) => see(${at}, -error));`,
      (o, _n, v) => `x${o} = ${v};`,
    ],
  },
  /** One promise for several. */
  combining: {
    prelude: PROMISES,
    statements: [
      ...VARIABLES, ...SETTLING,
      ...['race', 'any', 'all', 'allSettled'].flatMap((name): TextFamily['statements'] => [
        (o, n, _v, at) => `try { see(${at}, await Promise.${name}([p${o}, p${n}])); } catch (error) { see(${at}, 'failed', error); }`,
        (o, n, _v, at) => `Promise.${name}([p${o}, p${n}, x${o}]).then((got) => { x${n} = 5; see(${at}, got); }, () => { x${o} = 6; });`,
      ]),
    ],
  },
  /** Async functions that nobody awaits, or somebody later. */
  calling: {
    prelude: `${PROMISES}\nasync function add(o, at) { const seen = o === 0 ? x0 : x1; see(at, seen); await (o === 0 ? p0 : p1); x0 = seen + 1; return seen; }`,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, _v, at) => `add(${o}, ${at});`,
      (o, _n, _v, at) => `await add(${o}, ${at});`,
      (o, n, _v, at) => `await Promise.all([add(${o}, ${at}), p${n}]);`,
      (o, _n, _v, at) => `{ const started = add(${o}, ${at}); x${o} += 1; await started; }`,
    ],
  },
  /** Two generators that all tasks ask, and some of their own. */
  generators: {
    prelude: `${PROMISES}\n${GENERATORS}\nconst shared0 = source0('shared0'), shared1 = source1('shared1');`,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, _v, at) => `see(${at}, await shared${o}.next());`,
      (o, _n, _v, at) => `shared${o}.next().then((got) => see(${at}, got));`,
      (o, _n, v, at) => `see(${at}, await shared${o}.return(${v}));`,
      (o, _n, v, at) => `try { see(${at}, await shared${o}.throw(${v})); } catch (error) { see(${at}, 'failed', error); }`,
      (o, _n, _v, at) => `for await (const got of shared${o}) see(${at}, got);`,
    ],
  },
  forAwait: {
    prelude: `${PROMISES}\n${GENERATORS}`,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, _v, at) => `for await (const got of source${o}(${at})) see(${at}, got, x${o});`,
      (o, _n, _v, at) => `for await (const got of source${o}(${at})) { see(${at}, got); break; }`,
      (o, n, _v, at) => `try { for await (const got of [p${o}, x${n}]) see(${at}, got); } catch (error) { see(${at}, 'failed', error); }`,
    ],
  },
  /** Timers of JavaScript beside promises. */
  timeouts: {
    prelude: `${PROMISES}\nconst timer0 = setTimeout(() => { x0 = 3; }, 1), timer1 = setTimeout(() => resolve1(4), 2);`,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, v) => `setTimeout(() => { x${o} = ${v}; }, ${v % 3});`,
      (o, _n, v) => `setTimeout(() => resolve${o}(${v}), ${v % 3});`,
      (o) => `clearTimeout(timer${o});`,
      (o, _n, _v, at) => `see(${at}, await p${o});`,
      (o, _n, v, at) => `see(${at}, await Promise.race([p${o}, new Promise((done) => setTimeout(() => done('late'), ${v % 3}))]));`,
      (_o, _n, v, at) => `await new Promise((done) => setTimeout(done, ${v % 3})); see(${at}, performance.now());`,
    ],
  },
  /** Cooperative: only an `await` lets others go, and every `await` does. */
  turns: {
    mode: 'cooperative',
    prelude: `${PROMISES}\nconst mu = new Mutex(), room = chan(1), meeting = chan();\nasync function add(o, at) { const seen = o === 0 ? x0 : x1; await null; x0 = seen + 1; return seen; }`,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, _v, at) => `see(${at}, await p${o}, x${o});`,
      (o, n, _v, at) => `p${o}.then((got) => { x${n} = got; see(${at}, x${o}); });`,
      (o, n, _v, at) => `x${o} += 1; await null; see(${at}, x${o}, x${n});`,
      (o, _n, _v, at) => `see(${at}, await add(${o}, ${at}));`,
      (o, _n, _v, at) => `add(${o}, ${at}); x${o} = 8;`,
      (o, _n, _v, at) => `await mu.lock(); x${o} += 1; await null; see(${at}, x${o}); mu.unlock();`,
      (_o, _n, v) => `await room.send(${v});`,
      (_o, _n, _v, at) => `see(${at}, await room.receive());`,
      (_o, _n, v) => `await meeting.send(${v});`,
      (_o, _n, _v, at) => `see(${at}, await meeting.receive());`,
    ],
  },
  /** Cooperative, where several can let one go. */
  turnsChosen: {
    mode: 'cooperative',
    prelude: `${PROMISES}\nconst mu = new Mutex(), gate = new WaitGroup(), room = chan(1), meeting = chan();\ngate.add(1);`,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, _v, at) => `x${o} += 1; await gate.wait(); see(${at}, x${o});`,
      (o) => `gate.done(); x${o} += 2;`,
      (o, _n, _v, at) => `see(${at}, await select(room.onReceive((got) => got), meeting.onReceive((got) => 'met ' + got)), x${o});`,
      (o, _n, v, at) => `x${o} += 1; see(${at}, await select(room.onSend(${v}, () => 'sent'), meeting.onReceive((got) => got)), x${o});`,
      (o, _n, v) => `x${o} += 1; await meeting.send(${v}); x${o} += 1;`,
      (_o, _n, v) => `await room.send(${v});`,
      (o, _n, _v, at) => `see(${at}, mu.tryLock(), x${o});`,
      (o, _n, _v, at) => `await mu.lock(); x${o} += 1; await null; see(${at}, x${o}); mu.unlock();`,
      () => 'room.close();',
      (o, _n, _v, at) => `for await (const got of room) see(${at}, got, x${o});`,
    ],
  },
  /** Cooperative, with a clock: who works keeps the only thread, and who sleeps does not. */
  turnsInTime: {
    mode: 'cooperative',
    prelude: PROMISES,
    statements: [
      ...VARIABLES, (o, _n, v) => `resolve${o}(${v});`,
      (o, _n, _v, at) => `see(${at}, await p${o}, now());`,
      (o, _n, v, at) => `await sleep(${v % 3}); x${o} += 1; see(${at}, x${o}, now());`,
      (o, _n, v, at) => `await work(${v % 3}); see(${at}, x${o}, now());`,
      (o, _n, v) => `setTimeout(() => { x${o} = ${v}; }, ${v % 3});`,
      (o, _n, v, at) => `see(${at}, await Promise.race([p${o}, sleep(${v % 3})]), now());`,
    ],
  },
  /** CPython hands over at calls and at the end of a round of a loop. */
  handingOver: {
    mode: 'cpython',
    threads: true,
    prelude: 'const lock = new Lock(); const seen = []; function plain(n) { x0 += n; return x1; } async function slow(n) { x1 += n; return x0; }',
    statements: [
      ...VARIABLES,
      (o, _n, _v, at) => `for (let i = 0; i < 2; i++) x${o} += 1; see(${at}, x${o});`,
      (_o, _n, v, at) => `see(${at}, plain(${v}));`,
      (_o, _n, v, at) => `see(${at}, await slow(${v}));`,
      (o) => `await lock.acquire(); x${o} += 1; lock.release();`,
      (o, _n, v) => `seen.push(${v}); x${o} = seen.length;`,
    ],
  },
  /** Who works holds the GIL, and gives it up after 5 ms. */
  gil: {
    mode: 'cpython',
    threads: true,
    prelude: 'const lock = new Lock();',
    statements: [
      (_o, _n, v, at) => `await work(${v * 2}); see(${at}, performance.now());`,
      (o, _n, v, at) => `await sleep(${v}); x${o} += 1; see(${at}, x${o}, performance.now());`,
      (o, _n, v, at) => `await lock.acquire(); await work(${v}); lock.release(); see(${at}, x${o});`,
      (o, _n, v) => `x${o} = ${v};`,
    ],
  },
} as const satisfies Readonly<Record<string, TextFamily>>;

export type TextFamilyName = keyof typeof TEXT_KINDS;

export const isTextFamily = (name: string): name is TextFamilyName => name in TEXT_KINDS;

/** The families' mode; only one of them may ask for one. */
export const modeOf = (families: readonly TextFamilyName[]): Mode => families.map((name) => (TEXT_KINDS[name] as TextFamily).mode).find((mode) => mode !== undefined) ?? 'preemptive';

/** A small program of two tasks with up to three statements, or three with one. The same seed gives the same text. */
export function randomText(seed: number, families: readonly TextFamilyName[]): RandomProgram {
  const text = writeText(seed, families);
  const compiled = compile({ 'main.ts': text }, 'main.ts');
  if (!compiled.ok) throw new Error(compiled.diagnostics.map(({ line, message }) => `${line}: ${message}\n${text}`).join('\n'));
  const factory = new Function('$', compiled.program.code) as ($: Lowered) => void;
  let seen = new Map<string, string[]>();
  const see = (at: string, ...values: unknown[]): void => {
    const list = seen.get(at);
    if (list === undefined) seen.set(at, [values.map(show).join()]);
    else list.push(values.map(show).join());
  };
  const modules: Modules = { 'happens-before/go': () => ({ ...go, see }), 'happens-before/threading': () => ({ ...threading, see }), 'happens-before/testing': () => synctest };
  let model: Model | undefined;
  return {
    text,
    observed: () => [...seen].sort(([a], [b]) => (a < b ? -1 : 1)).map(([at, values]) => `${at}: ${values.join(' ')}`).join(' | '),
    prepare(run) {
      seen = new Map();
      if (model === undefined) factory((model = new Model(run, modules)));
      else model.attach(run);
      const serving = model;
      return () => serving.main();
    },
  };
}

function writeText(seed: number, names: readonly TextFamilyName[]): string {
  const random = randomFrom(seed);
  const families = names.map((name): TextFamily => TEXT_KINDS[name]);
  const statements = families.flatMap((family) => family.statements);
  const preludes = new Set(families.flatMap(({ prelude = '' }) => prelude.split('\n')));
  const below = (n: number): number => Math.floor(random() * n);
  const [tasks, length] = seed % 2 === 0 ? [2, 3] : [3, 1];
  const bodies = Array.from({ length: tasks }, (_, task) => Array.from({ length: 1 + below(length) }, (_, i) => {
    const o = below(2);
    return (statements[below(statements.length)] as TextFamily['statements'][number])(o, 1 - o, below(9), `'${task}.${i}'`);
  }));
  const threads = families.some((family) => family.threads === true);
  // In some, main waits for all, and looks at what they have left.
  const waits = !threads && (seed % 4 === 1 || seed % 16 === 4);
  const start = (task: number, body: string): string =>
    threads ? `new Thread({ name: 't${task}', target: ${body} }).start();` : waits ? `wg.go(${body});` : `go('t${task}', ${body});`;
  const within = families.find((family) => family.within !== undefined)?.within;
  const starts = bodies.map((body, task) => start(task, `async () => {\n  ${body.join('\n  ')}\n}`));
  const beside = within?.beside === true ? starts.splice(-1) : [];
  const main = [...(waits ? ['const wg = new WaitGroup();'] : []), ...starts, ...(waits ? ["await wg.wait(); see('main', x0, x1);"] : [])];
  return [
    threads ? "import { Lock, see, sleep, Thread, work } from 'happens-before/threading';" : "import { after, chan, go, Mutex, now, see, select, sleep, WaitGroup, work } from 'happens-before/go';",
    ...(within === undefined ? [] : ["import { bubble, leakCheck, wait } from 'happens-before/testing';"]),
    'let x0 = 0, x1 = 0;',
    ...preludes,
    ...beside.map((one) => one.replace('wg.go(', 'go(')),
    ...(within === undefined ? main : [CAUGHT(`await ${within.what}(async () => {\n${[within.prelude ?? '', ...main].join('\n')}\n}); see('end', x0, x1, now());`, "'end'")]),
  ].join('\n');
}

/** As text, whatever it is. */
const show = (value: unknown): string => (value instanceof AggregateError ? `errors ${show(value.errors)}` : value instanceof Error ? value.message : JSON.stringify(value) ?? 'undefined');
