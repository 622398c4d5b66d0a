/**
 * The same small program in CPython and here. CPython runs it some dozens of times with pauses between its statements; every outcome that it
 * shows has to be among those that the explorer finds. Not the other way round: some outcomes are too rare to be met.
 */
import { spawnSync } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { possible } from '#engine/testing';
import { describe, expect, it } from 'vitest';

const FOLDER = path.join(import.meta.dirname, 'original');
const REPETITIONS = 40;

/** What came later than most machines' Python. */
const SINCE: Readonly<Record<string, number>> = { 'queue-shutdown': 13 };

const all = globSync('*.ts', { cwd: FOLDER }).map((file) => file.replace(/\.ts$/, '')).sort();
const version = spawnSync('python3', ['--version'], { encoding: 'utf8' });
const hasPython = version.status === 0;
const minor = Number(/^Python 3\.(\d+)/.exec(version.stdout)?.[1] ?? Infinity);
const programs = all.filter((name) => (SINCE[name] ?? 0) <= minor);

/** What CPython shows, by the name of the program. Python's words for truth are ours in capitals. */
function seenInPython(mayHang: (name: string) => boolean): Readonly<Record<string, readonly string[]>> {
  const files = (names: readonly string[]): string[] => names.map((name) => path.join(FOLDER, `${name}.py`));
  const args = [path.join(FOLDER, 'run.py'), String(REPETITIONS), ...files(programs.filter((name) => !mayHang(name))), '--may-hang', ...files(programs.filter(mayHang))];
  const { stdout, stderr, status } = spawnSync('python3', args, { encoding: 'utf8', timeout: 50_000 });
  if (status !== 0) throw new Error(`python3 failed: ${stderr}`);
  const found = JSON.parse(stdout) as Record<string, string[]>;
  return Object.fromEntries(Object.entries(found).map(([file, outcomes]) => [path.basename(file, '.py'), outcomes.map(inOurWords)]));
}

const inOurWords = (outcome: string): string => outcome.replace(/\bTrue\b/g, 'true').replace(/\bFalse\b/g, 'false');

function inAllOrders(name: string): readonly string[] {
  const found = possible(readFileSync(path.join(FOLDER, `${name}.ts`), 'utf8'));
  expect(found, name).not.toContain('not complete');
  return found.map(inOurWords);
}

describe(`original programs, ${hasPython ? version.stdout.trim() : 'skipped: there is no python3 here'}`, () => {
  it.skipIf(!hasPython)('every outcome that CPython shows is one that the explorer finds', () => {
    const ours = new Map(programs.map((name) => [name, inAllOrders(name)]));
    const seen = seenInPython((name) => ours.get(name)!.some((outcome) => outcome.startsWith('deadlock')));
    const missing = programs.flatMap((name) => (seen[name] as readonly string[]).filter((outcome) => !ours.get(name)!.includes(outcome)).map((outcome) => `${name}: ${outcome}`));
    expect(missing).toEqual([]);
    // The comparison says something only where the runs differ.
    expect(Object.values(seen).filter((outcomes) => outcomes.length > 1).length).toBeGreaterThan(programs.length / 3);
  });

  for (const name of all.filter((one) => !programs.includes(one))) it.skip(`${name} is skipped: it came with Python 3.${SINCE[name]}, and this is 3.${minor}`, () => {});
});
