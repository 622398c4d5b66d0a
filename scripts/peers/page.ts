/**
 * The page in which all runners are measured, in one Chromium: ours in its sandbox, freeCodeCamp's and Exercism's in the workers that their packages
 * bring. It knows each by one function, and is driven from outside.
 */
import { openSandbox, type Sandbox } from '#sandbox';
import type { Request } from '#engine';
import type { ClockKind } from './harness.ts';

/** What came of one repetition: whether it was accepted, and if not, why. `killed`: the runner itself was ended, by its own limit or ours. */
export interface Repetition {
  readonly accepted: boolean;
  readonly why: string;
  readonly killed?: true;
}

interface Task {
  /** The text of a function of the library: `asFunction` of answers.mjs. */
  readonly load: string;
  readonly clock: ClockKind;
  readonly times: number;
}

type Answers = Readonly<Record<string, unknown>>;
interface FccRunner {
  runTest(test: string, timeout: number): Promise<{ readonly pass?: true; readonly err?: { readonly message: string } }>;
  dispose(): void;
}
interface Fcc {
  createTestRunner(options: Answers): Promise<FccRunner>;
}
interface Exercism {
  runTests(slug: string, files: Readonly<Record<string, string>>, paths: readonly string[], signal: AbortSignal, transpile: (code: string) => string, output: (run: ExercismRun) => Promise<ExercismRun>): Promise<ExercismRun & { readonly status?: string }>;
}
interface ExercismRun {
  readonly messages?: readonly ({ readonly test: string; readonly status: 'passed' | 'failed'; readonly details?: string }[] | null)[];
  readonly message?: string;
}

/** What freeCodeCamp's runner does by default; Exercism's would wait for 30 s. Nothing here computes for more than milliseconds. */
const KILL_AFTER_MS = { freeCodeCamp: 5_000, exercism: 15_000 };
/** An answer that had to be killed so often is not tried again. */
const MOST_KILLS = 3;
/** How many repetitions one run of Exercism's runner gets: it gives up after 30 s in all. */
const BATCH = { jumping: 200, real: 50 };

/** On the page, a check is stopped after 3 s without a word, and then says that it has no verdict. Here many run at once, on few cores. */
const PATIENT = { limit: 30_000, silence: 20_000 };

let sandbox: Sandbox | undefined;
let library: Promise<string> | undefined;
const libraryText = (): Promise<string> => (library ??= fetch('/harness.js').then((response) => response.text()));

async function ours(request: Request, times: number): Promise<Repetition[]> {
  sandbox ??= openSandbox();
  const seen: Repetition[] = [];
  for (let time = 0; time < times; time++) {
    const reply = await sandbox.run(request, () => {}, { watch: PATIENT }).done;
    // What does not pass is not accepted; that there was no time for a verdict is told apart.
    seen.push(reply.kind === 'judged' ? { accepted: reply.verdict.passed, why: reply.verdict.failure?.kind ?? '' } : { accepted: false, why: 'no verdict' });
  }
  return seen;
}

async function freeCodeCamp({ load, clock, times }: Task): Promise<Repetition[]> {
  const { FCCTestRunner } = window as unknown as { readonly FCCTestRunner: Fcc };
  const runner = await FCCTestRunner.createTestRunner({ type: 'javascript', source: `const load = ${load};`, code: { contents: load }, assetPath: '/dist/', hooks: { beforeAll: await libraryText() } });
  return repeat(times, 1, async () => {
    const { pass, err } = await runner.runTest(`assert.equal((await HB.play(load, '${clock}')).join(), '');`, KILL_AFTER_MS.freeCodeCamp);
    if (err?.message === 'Test timed out') return [killed];
    return [{ accepted: pass === true, why: err === undefined ? '' : err.message }];
  });
}

const exercism = (task: Task): Promise<Repetition[]> => repeat(task.times, BATCH[task.clock], (times) => exercismBatch({ ...task, times }));

const killed: Repetition = { accepted: false, why: 'killed', killed: true };

/**
 * Repetitions in batches. One alone first, and fewer after a batch that had to be killed, as that tells of none of its repetitions. An answer that is
 * killed three times in a row holds its worker for ever, and is not tried again; what was killed and then went well was only slow, and does not count.
 */
async function repeat(times: number, most: number, act: (times: number) => Promise<Repetition[]>): Promise<Repetition[]> {
  const seen: Repetition[] = [];
  let size = 1;
  for (let kills = 0; seen.length < times; ) {
    const batch = await act(Math.min(size, times - seen.length));
    const isKilled = batch.some((each) => each.killed);
    kills = isKilled ? kills + 1 : 0;
    if (kills === MOST_KILLS) return Array.from({ length: MOST_KILLS }, () => killed);
    size = isKilled ? Math.ceil(size / 4) : Math.min(most, size * 50);
    if (!isKilled) seen.push(...batch);
  }
  return seen;
}

/** Each repetition is a test of one file. Exercism skips what follows a failed test, so the file says that it should not. */
async function exercismBatch({ load, clock, times }: Task): Promise<Repetition[]> {
  const { runTests } = (await import(/* @vite-ignore */ `${location.origin}/exercism/imported.mjs`)) as Exercism;
  const files = {
    '.meta/config.json': JSON.stringify({ files: { solution: ['answer.js'], test: ['answer.spec.js'], extra: ['harness.js'] } }),
    'harness.js': `${await libraryText()}\nexport const HB = globalThis.HB;`,
    'answer.js': `import { HB } from './harness.js';\nexport const load = ${load};`,
    'answer.spec.js': `import { load } from './answer.js';\nimport { HB } from './harness.js';\nfailFast = false;\ndescribe('answer', () => {\n  for (let time = 0; time < ${times}; time++) test(String(time), async () => { expect((await HB.play(load, '${clock}')).join()).toEqual(''); });\n});`,
  };
  const limit = new AbortController();
  const timer = setTimeout(() => { limit.abort(); }, times === 1 ? KILL_AFTER_MS.exercism : 30_000);
  const { messages = [], message } = await runTests('answer', files, ['answer.js'], limit.signal, (code) => code, (run) => Promise.resolve(run));
  clearTimeout(timer);
  const tests = messages.flatMap((list) => list ?? []).filter(({ test }) => /^\d+$/.test(test));
  if (tests.length === times) return tests.map(({ status, details }) => ({ accepted: status === 'passed', why: details ?? '' }));
  if (messages.length > 0 || message === undefined) throw new Error(`Exercism’s runner told of ${tests.length} tests of ${times}`);
  return [{ ...killed, why: message }];
}

/** How a right answer fares when it is played in this page: whether it is accepted at all, and how long its scenes take by the jumping clock. */
async function probe({ load, clock, times }: Task): Promise<{ readonly accepted: boolean; readonly ms: number }> {
  if (globalThis.HB === undefined) (0, eval)(await libraryText());
  const evaluated = (0, eval)(`(${load})`) as Parameters<typeof HB.play>[0];
  await HB.play(evaluated, 'jumping');
  const { ms } = HB.last;
  for (let time = 0; time < times; time++) if ((await HB.play(evaluated, clock)).length === 0) return { accepted: true, ms };
  return { accepted: false, ms };
}

// --- one program that prints, and one that never ends ------------------------------------------------------------------------

/** How each runner is asked to run a program, and what comes of it in words. Our frame is made on the first call. */
const run: Readonly<Record<string, (program: string) => Promise<string>>> = {
  async ours(program) {
    sandbox ??= openSandbox();
    const reply = await sandbox.run({ kind: 'run', program: { files: { 'main.ts': program }, entry: 'main.ts' } }).done;
    if (reply.kind === 'stopped') return `${reply.title}\n${reply.text}`;
    return reply.kind === 'ran' ? [...reply.trace.output, 'message' in reply.trace.end ? `${reply.trace.end.message} ${JSON.stringify(reply.trace.end)}` : ''].join('\n') : reply.kind;
  },
  async freeCodeCamp(program) {
    const { FCCTestRunner } = window as unknown as { readonly FCCTestRunner: Fcc };
    const runner = await FCCTestRunner.createTestRunner({ type: 'javascript', source: `(async () => { ${program} })();`, code: { contents: program }, assetPath: '/dist/' });
    const result = await runner.runTest('assert.isTrue(true);', 5_000);
    return JSON.stringify(result);
  },
  async exercism(program) {
    const { runTests } = (await import(/* @vite-ignore */ `${location.origin}/exercism/imported.mjs`)) as Exercism;
    const files = {
      '.meta/config.json': JSON.stringify({ files: { solution: ['answer.js'], test: ['answer.spec.js'] } }),
      'answer.js': `export const answer = async () => { ${program} };`,
      'answer.spec.js': `import { answer } from './answer.js';\ndescribe('answer', () => { test('runs', async () => { await answer(); }); });`,
    };
    const result = await runTests('answer', files, ['answer.js'], new AbortController().signal, (code) => code, (each) => Promise.resolve(each));
    return JSON.stringify(result);
  },
};

/** Milliseconds until what a program prints is there, in a page that has just been opened (`cold`) or once more. */
async function firstOutput(runner: string): Promise<number> {
  const started = performance.now();
  const text = await run[runner]!(`console.log('hello');`);
  if (!text.includes('hello')) throw new Error(`${runner} printed nothing: ${text.slice(0, 200)}`);
  return performance.now() - started;
}

interface Recovery {
  /** Until the runner said that it had stopped the program, and until the next program had printed. */
  readonly stopped: number;
  readonly next: number;
  /** The longest time for which the page did not answer. */
  readonly stall: number;
  readonly said: string;
  /** How long after that it named the line, if it did so later. */
  readonly named?: number;
}

/** The time from our stop to the line of what nobody counts, if it is told within 10 s. In a run of its own, since the next program would end the search. */
async function lineOfOurs(program: string): Promise<number | undefined> {
  const { promise: told, resolve } = Promise.withResolvers<number | undefined>();
  const request: Request = { kind: 'run', program: { files: { 'main.ts': program }, entry: 'main.ts' } };
  await (sandbox ??= openSandbox()).run(request, () => {}, { onPlace: (place) => place && resolve(performance.now()) }).done;
  const stopped = performance.now();
  setTimeout(() => resolve(undefined), 10_000);
  const named = await told;
  return named && named - stopped;
}

async function recovery(runner: string, program: string): Promise<Recovery> {
  await run[runner]!(`console.log('hello');`);
  let stall = 0;
  let last = performance.now();
  const pulse = setInterval(() => {
    stall = Math.max(stall, performance.now() - last - 10);
    last = performance.now();
  }, 10);
  const started = performance.now();
  const said = await run[runner]!(program).catch((error: unknown) => String(error));
  const stopped = performance.now() - started;
  await firstOutput(runner);
  const next = performance.now() - started - stopped;
  clearInterval(pulse);
  const named = runner === 'ours' && said.startsWith('stopped:') ? await lineOfOurs(program) : undefined;
  return { stopped, next, stall, said, ...(named && { named }) };
}

Object.assign(globalThis, { runners: { ours, freeCodeCamp, exercism, probe }, firstOutput, recovery, __exercism: { workers: { javascript: '/exercism/javascript-browser-test-runner-worker.mjs' } } });
