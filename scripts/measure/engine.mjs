/** How fast the compiler and the explorer are, on one core, in Node. */
import { compile } from '#compile';
import { handle } from '#engine';
import { median } from './report.mjs';

const ROUNDS = 9;

export async function measure() {
  return [measureCompile(), measureExplore()];
}

/** A hundred lines of the kind that learners write. */
function hundredLines() {
  const worker = (n) => [
    `async function worker${n}(jobs: Channel<number>, results: Channel<string>): Promise<void> {`,
    '  for await (const job of jobs) {',
    '    const half = Math.floor(job / 2);',
    '    total += half;',
    '    if (half > 10) {',
    '      await results.send(`large: ${half}`);',
    '    } else {',
    '      await results.send(String(half));',
    '    }',
    '  }',
    '  wg.done();',
    '}',
  ];
  const head = [
    "import { chan, go, WaitGroup, type Channel } from 'happens-before/go';",
    'let total = 0;',
    'const wg = new WaitGroup();',
    '',
  ];
  return [...head, ...Array.from({ length: 8 }, (_, n) => worker(n)).flat()].join('\n');
}

function measureCompile() {
  const text = hundredLines();
  const times = [];
  for (let round = 0; round < 10 * ROUNDS; round++) {
    const start = performance.now();
    const compiled = compile({ 'main.ts': text }, 'main.ts');
    times.push(performance.now() - start);
    if (!compiled.ok) throw new Error(`the program does not compile: ${compiled.diagnostics[0].message}`);
  }
  return { what: `compile ${text.split('\n').length} lines, warm`, value: median(times.slice(ROUNDS)), unit: 'ms', budget: 20 };
}

/** One writer and thirteen readers of one variable: 2¹³ orders, about thirty steps in each. */
function readers(count) {
  const reader = (n) => `go('reader ${n}', async () => { own${n} = 1; seen${n} = x; });`;
  const numbers = Array.from({ length: count }, (_, n) => n);
  return [
    "import { go } from 'happens-before/go';",
    'let x = 0;',
    ...numbers.map((n) => `let own${n} = 0, seen${n} = 0;`),
    "go('writer', async () => { x = 1; });",
    ...numbers.map(reader),
  ].join('\n');
}

function measureExplore() {
  const program = { files: { 'main.ts': readers(13) }, entry: 'main.ts' };
  const rates = [];
  let runs = 0;
  let steps = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now();
    const reply = lastReply({ kind: 'explore', program, maxRuns: 20_000 });
    const seconds = (performance.now() - start) / 1000;
    if (reply.kind !== 'explored') throw new Error(`the engine answered '${reply.kind}'.`);
    const { full, sleepBlocked, boundCut } = reply.exploration.executions;
    runs = full + sleepBlocked + boundCut;
    steps = reply.trace?.events.length ?? 0;
    rates.push(runs / seconds);
  }
  const note = `13 readers and a writer: ${runs} runs, ${steps} events in each, middle of ${ROUNDS} rounds`;
  return { what: 'explorer, compiling included', value: median(rates), unit: 'runs/s', budget: 80_000, atLeast: true, note };
}

function lastReply(request) {
  let last;
  handle(request, (reply) => (last = reply));
  return last;
}
