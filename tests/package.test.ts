import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { claimsOf, isAsClaimed, loadReference, programOf } from '#reference';

const ROOT = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-'));
const run = promisify(execFile);

/** Runs a program in the folder in which the package is installed. */
async function node(text: string): Promise<{ readonly status: number; readonly printed: string; readonly complained: string }> {
  const file = path.join(folder, 'program.mjs');
  writeFileSync(file, text);
  try {
    const { stdout, stderr } = await run(process.execPath, [file], { cwd: folder });
    return { status: 0, printed: stdout, complained: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { status: code, printed: stdout, complained: stderr };
  }
}

describe('the package, installed into an empty folder', () => {
  beforeAll(async () => {
    await run(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), path.join(folder, 'built')], { cwd: ROOT });
    const { stdout } = await run('npm', ['pack', '--silent', path.join(folder, 'built')], { cwd: folder });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', `./${stdout.trim()}`], { cwd: folder });
  }, 300_000);
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('runs a program of goroutines in Node', async () => {
    expect(await node(`
      import { chan, go, WaitGroup } from 'happens-before/go';
      const jobs = chan(2);
      const squares = chan();
      const wg = new WaitGroup();
      for (let i = 0; i < 3; i++) wg.go(async () => { for await (const n of jobs) await squares.send(n * n); });
      go(async () => { for (let n = 1; n <= 10; n++) await jobs.send(n); jobs.close(); await wg.wait(); squares.close(); });
      let sum = 0;
      for await (const n of squares) sum += n;
      console.log(sum);
    `)).toEqual({ status: 0, printed: '385\n', complained: '' });
  });

  it('runs threads in Node, which know who they are', async () => {
    expect(await node(`
      import { currentThread, Lock, sleep, Thread } from 'happens-before/threading';
      const lock = new Lock();
      const work = async () => { await sleep(0.001); await lock.with(() => { console.log(currentThread().name); }); };
      for (const name of ['a', 'b']) new Thread({ name, target: work }).start();
    `)).toEqual({ status: 0, printed: 'a\nb\n', complained: '' });
  });

  it('has a clock of its own for tests', async () => {
    expect(await node(`
      import { now, sleep } from 'happens-before/go';
      import { bubble, leakCheck } from 'happens-before/testing';
      console.log(await bubble(async () => { await sleep(3_600_000); return now(); }));
      import { chan, go } from 'happens-before/go';
      await leakCheck(() => { go('lost', async () => { await chan().send(1); }); }).catch((error) => { console.log(error.message); });
    `)).toMatchObject({ status: 0, printed: expect.stringMatching(/^3600000\n1 goroutine has not ended\n {2}lost: chan send, at .*program\.mjs:6/) as string });
  });

  it('simulates an account on the clock of a bubble: minutes of it take no time', async () => {
    expect(await node(`
      import { Account, now, sleep } from 'happens-before/lambda';
      import { bubble } from 'happens-before/testing';
      await bubble(async () => {
        const shop = new Account().function({ name: 'shop', init: 900, duration: 100 });
        console.log((await shop.invoke()).cold, (await shop.invoke()).cold, now());
        await sleep(3_600_000);
        console.log((await shop.invoke()).cold, shop.metrics().coldStarts, now());
      });
    `)).toEqual({ status: 0, printed: 'true false 1100\nfalse 1 3601200\n', complained: '' });
  });

  it('measures with real workers, and the examples of the lab print what they say', async () => {
    const module = (await loadReference(ROOT)).find(({ name }) => name === 'lab')!;
    const examples = module.entries.flatMap(({ name, doc }) => doc.examples.map((example) => ({ name, example })));
    expect(examples.map(({ name }) => name)).toEqual(expect.arrayContaining(['SpinLock', 'ParkingLock', 'Gil', 'measure']));
    for (const { name, example } of examples) {
      const { printed, complained } = await node(programOf(example, module).text);
      expect(complained, name).toBe('');
      const lines = printed.trimEnd().split('\n');
      const { prints } = claimsOf(example);
      expect(lines.length, name).toBe(prints.length);
      expect(prints.filter(({ ways }, index) => !ways.some((way) => isAsClaimed(lines[index]!, way))), `${name} printed ${printed}`).toEqual([]);
    }
  });

  it('NK4 an uncaught panic of a goroutine ends the process', async () => {
    const { status, printed, complained } = await node(`
      import { go, panic, sleep } from 'happens-before/go';
      go(() => { panic('spilt'); });
      await sleep(1000);
      console.log('never');
    `);
    expect({ status, printed }).toEqual({ status: 1, printed: '' });
    expect(complained).toContain('Panic: spilt');
  });

  it('NK5 a deadlock ends Node with its own status', async () => {
    expect(await node("import { Mutex } from 'happens-before/go';\nconst mu = new Mutex();\nawait mu.lock();\nawait mu.lock();")).toMatchObject({ status: 13, printed: '' });
  });

  it('NK6 does not wait for a timer that nobody listens to', async () => {
    // That it ends at all: an hour is beyond the limit of a test.
    expect(await node("import { after, select, chan } from 'happens-before/go';\nconst c = chan(1);\nawait c.send(1);\nconsole.log(await select(c.onReceive((n) => n), after(3_600_000).onReceive()));")).toMatchObject({ status: 0, printed: '1\n' });
  });

  it('explores a program in every order', async () => {
    writeFileSync(path.join(folder, 'counter.ts'), "import { WaitGroup } from 'happens-before/go';\nlet n: number = 0;\nconst wg = new WaitGroup();\nfor (let i = 0; i < 2; i++) wg.go(async () => { n += 1; });\nawait wg.wait();\nconsole.log(n);\n");
    const { printed } = await node(`
      import { explore, ExploreError, replay } from 'happens-before/explore';
      const file = new URL('./counter.ts', import.meta.url);
      const { complete, outcomes, races } = explore(file);
      console.log(complete, outcomes.map(({ output }) => output[0]).sort().join(), races[0].location, replay(file, races[0].schedule).split('\\n').length > 5);
      try { explore({ 'main.ts': 'let x = ;' }); } catch (error) { console.log(error instanceof ExploreError, error.message.split(':').slice(0, 3).join(':')); }
    `);
    expect(printed).toBe('true 1,2 n true\ntrue main.ts:1:9\n');
  });

  it('is what the tests of a project stand on, in Vitest', async () => {
    const project = path.join(folder, 'project');
    mkdirSync(path.join(project, 'node_modules'), { recursive: true });
    symlinkSync(path.join(ROOT, 'node_modules/vitest'), path.join(project, 'node_modules/vitest'));
    symlinkSync(path.join(folder, 'node_modules/happens-before'), path.join(project, 'node_modules/happens-before'));
    writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }');
    writeFileSync(path.join(project, 'patience.ts'), `
      import { after, chan, go, select, Second, type Chan } from 'happens-before/go';
      export function ask(room: number): Chan<string> { const answers = chan<string>(room); go('kitchen', async () => { await answers.send('tea'); }); return answers; }
      export const orLate = (answers: Chan<string>) => select(answers.onReceive((answer) => answer), after(5 * Second).onReceive(() => 'too late'));
    `);
    writeFileSync(path.join(project, 'patience.test.ts'), `
      import { chan, now } from 'happens-before/go';
      import { bubble, leakCheck } from 'happens-before/testing';
      import { expect, test } from 'vitest';
      import { ask, orLate } from './patience.ts';
      test('gives up after five seconds, which take no time', () => bubble(async () => {
        expect(await orLate(chan<string>())).toBe('too late');
        expect(now()).toBe(5000);
      }));
      test('leaves nobody behind who has room', () => leakCheck(() => { ask(1); }));
      test('leaves somebody behind who has none', () => leakCheck(() => { ask(0); }));
    `);
    const report = path.join(project, 'report.json');
    // A run of Vitest within a run of Vitest: it must not take itself for the other.
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')));
    await run(process.execPath, [path.join(ROOT, 'node_modules/vitest/vitest.mjs'), 'run', '--root', project, '--reporter=json', `--outputFile.json=${report}`], { cwd: project, env }).catch(() => {});
    const { testResults: [{ assertionResults } = { assertionResults: [] }] } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[] };
    expect(assertionResults.map(({ title, status }) => `${status}: ${title}`)).toEqual([
      'passed: gives up after five seconds, which take no time', 'passed: leaves nobody behind who has room', 'failed: leaves somebody behind who has none',
    ]);
    expect(assertionResults[2]?.failureMessages[0]).toMatch(/LeakError: 1 goroutine has not ended\s+kitchen: chan send, at .*patience\.ts/);
  });

  it('leaves out of a bundle what is not imported', async () => {
    const sizes = JSON.parse(readFileSync(path.join(folder, 'built/sizes.json'), 'utf8')) as { what: string; minified: number }[];
    const size = (what: string): number => sizes.find((one) => one.what === what)?.minified ?? NaN;
    expect(size('`Mutex`')).toBeLessThan(size('`happens-before/go`, all of it') / 2);
    const { rolldown } = await import('rolldown');
    const bundle = await rolldown({ input: 'mutex', platform: 'neutral', external: /^node:/, plugins: [{ name: 'entry', resolveId: (id) => (id === 'mutex' ? id : id === 'happens-before/go' ? path.join(folder, 'built/go.js') : undefined), load: (id) => (id === 'mutex' ? "export { Mutex } from 'happens-before/go';" : undefined) }] });
    const { output: [{ code }] } = await bundle.generate({ format: 'esm' });
    await bundle.close();
    expect(code).toMatch(/\bMutex = class|class Mutex\b/);
    expect(code.match(/\b(Chan|RWMutex|WaitGroup|SyncMap|Weighted|Group|Ticker|Pool) = class|class (Chan|RWMutex|WaitGroup|SyncMap|Weighted|Group|Ticker|Pool)\b/g)).toBeNull();
  });

  it('has types that TypeScript reads as strictly as it can', async () => {
    writeFileSync(path.join(folder, 'types.ts'), `
      import { chan, select, type SelectCase } from 'happens-before/go';
      import { Queue } from 'happens-before/threading';
      import { explore, type Exploration } from 'happens-before/explore';
      const c = chan<number>();
      const got: number | undefined = await select(c.onReceive((value) => value));
      // @ts-expect-error: a string is no number
      await c.send('tea');
      const one: SelectCase<string> = c.onReceive(() => 'one');
      const queue = new Queue<string>();
      const found: Exploration = explore(new URL('file:///x.ts'));
      export { got, one, queue, found };
    `);
    const strictest = ['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess', '--module', 'nodenext', '--target', 'esnext', '--lib', 'esnext,dom'];
    const checked = await run(process.execPath, [path.join(ROOT, 'node_modules/typescript/bin/tsc'), ...strictest, 'types.ts'], { cwd: folder }).catch((error: unknown) => error as { stdout: string });
    expect(checked.stdout).toBe('');
  });

  it('needs nothing else', async () => {
    const { default: manifest } = await import(path.join(folder, 'built/package.json'), { with: { type: 'json' } }) as { default: Record<string, unknown> };
    expect(Object.keys(manifest).filter((key) => /dependencies/i.test(key))).toEqual([]);
    const { stdout } = await run('npm', ['ls', '--all', '--parseable', '--silent'], { cwd: folder });
    expect(stdout.trim().split('\n')).toHaveLength(2);
  });
});
