/**
 * "Copy for Node", held to what it promises: every program, starter and solution of the course, as the button copies it, runs in Node with the
 * built package, and ends as the model says that it can.
 */
import { execFile } from 'node:child_process';
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filesImportedBy } from '#base';
import { handle, type Reply } from '#engine';
import type { Exploration } from '#explore';
import { takeHome } from '../src/components/live/take-home.ts';

const ROOT = path.join(import.meta.dirname, '..');
const folder = mkdtempSync(path.join(tmpdir(), 'happens-before-home-'));
const run = promisify(execFile);

/** A program that goes on for longer in real time has virtual sleeps that nobody should wait for, or none that end. */
const LONGEST_MS = 20_000;
/** A minute of a busy account is a long run; of a thousand such, nobody should wait for the rest. */
const LONGEST_SEARCH_MS = 300;

interface Ended {
  /** 13: a top-level `await` that nothing will settle. Undefined: it was still going on. */
  readonly status: number | undefined;
  readonly printed: readonly string[];
  readonly complained: string;
}

async function node(file: string): Promise<Ended> {
  const lines = (text: string): readonly string[] => (text === '' ? [] : text.replace(/\n$/, '').split('\n'));
  try {
    const { stdout, stderr } = await run(process.execPath, ['--experimental-transform-types', '--disable-warning=ExperimentalWarning', file], { cwd: folder, timeout: LONGEST_MS });
    return { status: 0, printed: lines(stdout), complained: stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number | null; stdout: string; stderr: string };
    return { status: code ?? undefined, printed: lines(stdout), complained: stderr };
  }
}

/** What can come of a program; in the cooperative mode first, which is that of JavaScript. */
function* explorations(text: string, beside: Readonly<Record<string, string>>): Generator<Exploration> {
  for (const mode of ['cooperative', 'preemptive'] as const) {
    const replies: Reply[] = [];
    handle({ kind: 'explore', program: { files: { ...beside, 'main.ts': text }, entry: 'main.ts' }, mode, maxRuns: 1_000 }, (reply) => replies.push(reply), { now: () => performance.now(), maxExploreMs: LONGEST_SEARCH_MS });
    const reply = replies.at(-1);
    if (reply?.kind === 'explored') yield reply.exploration;
  }
}

/**
 * What is printed of real time, to a fraction of a millisecond, is not what the model's clock shows: of numbers only their places are compared.
 * And Node pads the brackets of a list, which the model does not.
 */
function masked(lines: readonly string[], printsTime: boolean): string {
  // Of what is drawn from chance, too.
  const text = lines.join('\n').replace(/\[ | \]/g, (bracket) => bracket.trim()).replace(/\b[0-9a-f]{4}(?=-)/g, '#');
  return printsTime ? text.replace(/\d+(\.\d+)?/g, '#') : text;
}

/** Whether the model knows an order that ends so; undefined if it has not run all of them. */
function isPossible(source: string, beside: Readonly<Record<string, string>>, ended: Ended): { readonly isSaid: boolean | undefined; readonly said: string } {
  const end = endOf(ended);
  const printsTime = /\bnow\b/.test(source);
  const said: string[] = [];
  let isComplete = true;
  for (const { outcomes, complete } of explorations(source, beside)) {
    isComplete &&= complete;
    for (const outcome of outcomes) {
      said.push(`${outcome.end}: ${outcome.output.join(' | ')}`);
      const isSamePrint = masked(outcome.output, printsTime) === masked(ended.printed, printsTime);
      // Where main has ended and others wait for one another, Node ends without a word. A run without end was stopped here.
      if (outcome.end === end ? end !== 'ok' || isSamePrint : outcome.end === 'deadlock' && end === 'ok' && isSamePrint) return { isSaid: true, said: '' };
    }
  }
  return { isSaid: isComplete ? false : undefined, said: said.join('\n') };
}

/** How a run of Node ends, in the model's words. */
function endOf({ status, complained }: Ended): string {
  if (status === 0) return 'ok';
  if (status === 13) return 'deadlock';
  if (status === undefined) return 'livelock';
  return /Panic/.test(complained) ? 'panic' : 'error';
}

const files = globSync('content/lessons/*/*/{programs/*.ts,exercises/*/{starter,solution}.ts}', { cwd: ROOT }).sort();
/** The files beside a program that it imports. */
const besideOf = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(filesImportedBy(readFileSync(path.join(ROOT, name), 'utf8')).map((other) => [other, readFileSync(path.join(ROOT, path.dirname(name), other), 'utf8')]));
const copied = files.flatMap((name) => {
  const source = readFileSync(path.join(ROOT, name), 'utf8');
  const text = takeHome(source, path.basename(name), besideOf(name));
  return text === undefined ? [] : [{ name: name.replace('content/lessons/', ''), source, beside: besideOf(name), text }];
});

describe('what the course copies for Node', () => {
  beforeAll(async () => {
    await run(process.execPath, [path.join(ROOT, 'scripts/package.mjs'), path.join(folder, 'built')], { cwd: ROOT });
    const { stdout } = await run('npm', ['pack', '--silent', path.join(folder, 'built')], { cwd: folder });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true, "type": "module" }');
    await run('npm', ['install', '--silent', '--offline', '--no-audit', '--no-fund', `./${stdout.trim()}`], { cwd: folder });
  }, 300_000);
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  it('is everything but what needs the checks', () => {
    const left = files.filter((name) => !copied.some((one) => name.endsWith(one.name)));
    for (const name of left) expect([readFileSync(path.join(ROOT, name), 'utf8'), ...Object.values(besideOf(name))].join('\n'), name).toMatch(/happens-before\/check/);
    expect(copied.length).toBeGreaterThan(20);
  });

  // Once, on a machine under four times its load, a process that had ended well was read as having printed nothing; 150 more runs of it did not.
  it.concurrent.each(copied)('$name runs as it stands', { timeout: 120_000, retry: 1 }, async ({ name, source, beside, text }) => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    for (const [other, its] of Object.entries(beside)) writeFileSync(path.join(path.dirname(file), other), takeHome(its, other)!);
    const ended = await node(file);
    expect(ended.complained, 'is a program that Node can load').not.toMatch(/SyntaxError|ERR_|is not defined/);
    const { isSaid, said } = isPossible(source, beside, ended);
    if (isSaid === false) expect.fail(`${endOf(ended)}: ${ended.printed.join(' | ')}\n${ended.complained}\nThe model says:\n${said}`);
  });
});
