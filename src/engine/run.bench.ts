/**
 * What one run of a loaded program costs, in microseconds of processor time: `node src/engine/run.bench.ts [program]`. Measured, never tested.
 *
 * The explorer runs a program thousands of times from its start, so what counts is what a run costs when everything is warm. Look at the
 * collector with `--trace-gc`, at the rest with `--cpu-prof`.
 */
import { begin } from '#explore';
import { load } from './load.ts';

const ROUNDS = 4;
const RUNS = 5_000;

/** Ten tasks that each add to a shared variable; ten that send; the same by declared functions, by methods, and one task after another. */
const programs: Readonly<Record<string, string>> = {
  arrows: `import { WaitGroup } from 'happens-before/go';
    let x = 0;
    const wg = new WaitGroup();
    for (let i = 0; i < 10; i++) wg.go(async () => { x += i; });
    await wg.wait();`,
  channels: `import { chan, WaitGroup } from 'happens-before/go';
    const jobs = chan<number>(2), results = chan<number>(10), wg = new WaitGroup();
    for (let id = 0; id < 3; id++) wg.go(async () => { for await (const job of jobs) await results.send(job * id); });
    for (let i = 0; i < 6; i++) await jobs.send(i);
    jobs.close();
    await wg.wait();`,
  declarations: `let total = 0;
    async function add(n: number): Promise<number> { const seen = total; total = seen + (await half(n)); return total; }
    async function half(n: number): Promise<number> { return n / 2; }
    await Promise.all([1, 2, 3, 4, 5, 6].map((n) => add(n)));`,
  methods: `class Account { balance = 0; async deposit(n: number): Promise<void> { const seen = this.balance; this.balance = await this.plus(seen, n); } async plus(a: number, b: number): Promise<number> { return a + b; } }
    const account = new Account();
    const both = [account.deposit(1), account.deposit(2), account.deposit(3)];
    for (const one of both) await one;`,
  sequential: `let n = 0;
    const one = async () => { n++; };
    for (let i = 0; i < 10; i++) await one();`,
};

function measure(name: string, text: string): void {
  const loading = load({ entry: 'main.ts', files: { 'main.ts': text } });
  if (!loading.ok) throw new Error(JSON.stringify(loading.diagnostics));
  let best = Infinity;
  for (let round = 0; round < ROUNDS; round++) {
    const began = process.cpuUsage();
    for (let i = 0; i < RUNS; i++) {
      const { run, main } = begin(loading.loaded, {});
      run.go(main);
      if (run.end?.kind !== 'ok') throw new Error(`${name}: ${JSON.stringify(run.end)}`);
    }
    const { user, system } = process.cpuUsage(began);
    best = Math.min(best, (user + system) / RUNS);
  }
  console.log(`${name.padEnd(14)} ${best.toFixed(1).padStart(8)} µs a run`);
}

for (const [name, text] of Object.entries(programs)) if (process.argv[2] === undefined || process.argv[2] === name) measure(name, text);
