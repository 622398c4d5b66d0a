/**
 * What programs of thousands of tasks cost, and what they are told: `node src/engine/tasks.bench.ts [program] [tasks]`. Measured, never
 * tested.
 *
 * Each is explored in a process of its own, for ten seconds at most, as the page does it. Time is of the processor, memory the most that
 * the process ever had. A Node that has loaded the engine has 110 MB.
 */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { handle } from './handle.ts';
import type { Reply } from './types.ts';

const SIZES = [1_000, 3_000, 10_000, 100_000];
const MOST_MS = 10_000;

/** Programs of `n` tasks. */
const programs: Readonly<Record<string, (n: number) => string>> = {
  'goroutines that write one variable': (n) => `import { go } from 'happens-before/go';
    let x = 0;
    for (let i = 0; i < ${n}; i++) go(async () => { x = 1; });`,
  'goroutines that share nothing': (n) => `import { go } from 'happens-before/go';
    for (let i = 0; i < ${n}; i++) go(async () => {});`,
  'goroutines of a WaitGroup': (n) => `import { go, WaitGroup } from 'happens-before/go';
    const wg = new WaitGroup();
    wg.add(${n});
    for (let i = 0; i < ${n}; i++) go(async () => { wg.done(); });
    await wg.wait();`,
  'calls of an async function': (n) => `async function f() { await null; }
    for (let i = 0; i < ${n}; i++) f();`,
  'calls that each make the next': (n) => `let left = ${n};
    async function f() { await null; if (left-- > 0) f(); }
    f();`,
  'a function that calls itself without end': () => 'async function f() { f(); } f();',
};

function measure(name: string, n: number): void {
  const program = { files: { 'main.ts': programs[name]?.(n) ?? '' }, entry: 'main.ts' };
  const began = process.cpuUsage();
  let reply: Reply | undefined;
  handle({ kind: 'explore', program }, (next) => (reply = next), { now: () => performance.now(), maxExploreMs: MOST_MS });
  const { user, system } = process.cpuUsage(began);
  const told = reply?.kind === 'explored' ? verdictOf(reply) : reply?.kind === 'stopped' ? reply.title : reply?.kind;
  console.log(`${name.padEnd(42)} ${n.toLocaleString('en').padStart(8)} ${((user + system) / 1e6).toFixed(1).padStart(6)} s ${(process.resourceUsage().maxRSS / 1024).toFixed(0).padStart(6)} MB  ${told}`);
}

function verdictOf({ exploration }: Extract<Reply, { kind: 'explored' }>): string {
  const { executions, outcomes, complete } = exploration;
  const orders = executions.full + executions.boundCut;
  const [outcome] = outcomes;
  return `${orders.toLocaleString('en')} ${orders === 1 ? 'order' : 'orders'}${complete ? ', all' : ''}: ${outcome === undefined ? 'cut at the limit of steps' : [outcome.end, outcome.message].filter(Boolean).join(', ')}`;
}

const [name, size] = process.argv.slice(2);
if (name !== undefined && size !== undefined) measure(name, Number(size));
else for (const one of name === undefined ? Object.keys(programs) : [name]) for (const n of SIZES) spawnSync(process.execPath, [fileURLToPath(import.meta.url), one, String(n)], { stdio: 'inherit' });
