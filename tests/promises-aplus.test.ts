/**
 * The suite of Promises/A+, lowered by our compiler as a learner's program would be and run in the model: its promises, and its timers.
 * Each file has a run of its own, in which its tests go one after another: a test is over when it calls `done`, and the run ends early if
 * nothing can go on before that.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compile } from '#compile';
import { Model, Run, type Lowered } from '#kernel';
import { afterAll, describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);
const LIBRARY = path.join(path.dirname(require.resolve('promises-aplus-tests')), 'tests');
const PARAMETERS = ['require', 'exports', 'global', 'describe', 'specify', 'beforeEach', 'afterEach'];
/** It asks what `this` is in sloppy mode, in which no program here can be: it is run as it stands, on promises of the model. */
const SLOPPY = '2.2.5.js';

const list = (folder: string): string[] => readdirSync(path.join(LIBRARY, folder)).filter((name) => name.endsWith('.js')).map((name) => path.posix.join(folder, name));
const FILES = list('.');

/** What the lowered suite finds of the outside, under the name `host`. */
interface Host {
  readonly require: (name: string) => unknown;
  readonly sloppy: Function;
  readonly file: string;
  readonly global: Record<string, unknown>;
  /** Whether to test promises that may be settled twice. */
  readonly isBroken: boolean;
  readonly over: (title: string, error: unknown) => void;
}

const read = (file: string): string => readFileSync(path.join(LIBRARY, file), 'utf8');
const asModule = (file: string): string => `${JSON.stringify(file)}: ${file === SLOPPY ? 'host.sloppy' : `function (${PARAMETERS.join(', ')}) {${read(file)}\n}`}`;

/** The suite as one program, with the little of a module system and of a test runner that it asks for. */
const PROGRAM = `
  const modules = { ${[...FILES, ...list('helpers')].map(asModule).join(',\n')} };
  const adapter = {
    resolved: (value) => Promise.resolve(value),
    rejected: (reason) => Promise.reject(reason),
    deferred: () => (host.isBroken ? careless() : Promise.withResolvers()),
  };
  function careless() {
    const waiting = [];
    const promise = { then(done, failed) { waiting.push([done, failed]); } };
    return { promise, resolve: (value) => { for (const [done] of waiting) done(value); }, reject: (reason) => { for (const [, failed] of waiting) failed(reason); } };
  }
  host.global.adapter = adapter;
  const tests = [];
  let block = { title: '', around: undefined, before: [], after: [] };
  function describe(title, body) { block = { title: block.title + title + ' › ', around: block, before: [], after: [] }; body(); block = block.around; }
  function specify(title, body) { tests.push({ title: block.title + title, body, block }); }
  function beforeEach(hook) { block.before.push(hook); }
  function afterEach(hook) { block.after.push(hook); }
  function hooks(of, kind) { return of === undefined ? [] : [...hooks(of.around, kind), ...of[kind]]; }
  const loaded = {};
  function load(name) {
    const file = name.startsWith('./') ? name.slice(2) + '.js' : name;
    if (modules[file] === undefined) return host.require(name);
    if (loaded[file] === undefined) { loaded[file] = {}; modules[file](load, loaded[file], host.global, describe, specify, beforeEach, afterEach); }
    return loaded[file];
  }
  load('./' + host.file.slice(0, -3));
  for (const { title, body, block } of tests) {
    for (const hook of hooks(block, 'before')) hook();
    host.over(title, await new Promise((done) => {
      if (body.length > 0) body.call({ timeout() {} }, done);
      else { body(); done(undefined); }
    }));
    for (const hook of hooks(block, 'after')) hook();
  }
`;

const compiled = compile({ 'suite.ts': PROGRAM }, 'suite.ts');

/** Runs one file. Gives the titles of the tests that passed, and what went wrong. */
function run(file: string, isBroken = false): { passed: string[]; wrong: string[] } {
  const passed: string[] = [];
  const wrong: string[] = compiled.ok ? [] : compiled.diagnostics.map(({ line, message }) => `${line}: ${message}`);
  let ended = false;
  const model = new Run({ mode: 'cooperative', maxSteps: 1_000_000 });
  const $ = new Model(model, {});
  const over = (title: string, error: unknown): void => void (error === undefined ? passed.push(title) : wrong.push(`${title}: ${String(error)}`));
  const host: Host = { require, sloppy: new Function(...PARAMETERS, read(SLOPPY)), file, global: globalThis as unknown as Record<string, unknown>, isBroken, over };
  (new Function('$', 'host', compiled.ok ? compiled.program.code : '') as ($: Lowered, host: Host) => void)($, host);
  model.go(function* () {
    yield* $.main();
    ended = true;
    return undefined;
  });
  if (!ended) wrong.push(`after ${passed.at(-1) ?? 'nothing'}: ${JSON.stringify(model.end)}`);
  return { passed, wrong };
}

describe('Promises/A+', () => {
  afterAll(() => {
    delete (globalThis as { adapter?: unknown }).adapter;
  });

  it('PR25 all 872 tests of the suite pass', () => {
    const results = FILES.map((file) => run(file));
    expect(results.flatMap(({ wrong }) => wrong)).toEqual([]);
    expect(results.flatMap(({ passed }) => passed)).toHaveLength(872);
  });

  it('PR25 the suite notices a promise that does not keep the rules', () => {
    expect(run('2.1.2.js', true).wrong).toHaveLength(1);
  });
});
