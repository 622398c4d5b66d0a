/**
 * The same small program in Go and here. Go runs it some dozens of times, with pauses between its statements and with one to four processors;
 * every outcome that it shows has to be among those that the explorer finds. Not the other way round: some outcomes are too rare to be met.
 *
 * `errgroup`, `semaphore` and `singleflight` are not compared, as they are not in Go's standard library; nor are causes of contexts and
 * `OnceFunc`, which came with Go 1.20 and 1.21, and machines often have an older one.
 */
import { spawnSync } from 'node:child_process';
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { possible } from '#engine/testing';
import { describe, expect, it } from 'vitest';

const FOLDER = path.join(import.meta.dirname, 'original-go');
const REPETITIONS = 50;

const programs = globSync('*.ts', { cwd: FOLDER }).map((file) => file.replace(/\.ts$/, '')).sort();
const version = spawnSync('go', ['version'], { encoding: 'utf8' });
const [, major = '', minor = ''] = /go(\d+)\.(\d+)/.exec(version.stdout ?? '') ?? [];
/** Typed atomics came with Go 1.19. */
const hasGo = version.status === 0 && (Number(major) > 1 || Number(minor) >= 19);
const which = hasGo ? version.stdout.trim() : version.status === 0 ? `skipped: ${version.stdout.trim()} is older than 1.19` : 'skipped: there is no go here';

function go(args: readonly string[], cwd: string): void {
  const { status, stderr } = spawnSync('go', args, { cwd, encoding: 'utf8', timeout: 100_000, env: { ...process.env, GO111MODULE: 'off', GOFLAGS: '' } });
  if (status !== 0) throw new Error(`go ${args[0]} failed: ${stderr}`);
}

/** What Go shows, by the name of the program. */
function seenInGo(mayHang: (name: string) => boolean): Readonly<Record<string, readonly string[]>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'original-go-'));
  try {
    const package_ = path.join(folder, 'programs');
    mkdirSync(package_);
    go(['run', path.join(FOLDER, 'harness/pauses.go'), package_, ...programs.map((name) => path.join(FOLDER, `${name}.go`))], folder);
    copyFileSync(path.join(FOLDER, 'harness/run.go'), path.join(package_, 'run.go'));
    go(['build', '-o', path.join(folder, 'run'), '.'], package_);
    const args = [String(REPETITIONS), ...programs.filter((name) => !mayHang(name)), '--may-hang', ...programs.filter(mayHang)];
    const { stdout, stderr, status } = spawnSync(path.join(folder, 'run'), args, { encoding: 'utf8', timeout: 100_000 });
    if (status !== 0) throw new Error(`the programs failed: ${stderr}`);
    return JSON.parse(stdout) as Record<string, string[]>;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function inAllOrders(name: string): readonly string[] {
  const found = possible(readFileSync(path.join(FOLDER, `${name}.ts`), 'utf8'));
  expect(found, name).not.toContain('not complete');
  return found;
}

describe(`original programs, ${which}`, () => {
  it.skipIf(!hasGo)('every outcome that Go shows is one that the explorer finds', () => {
    const ours = new Map(programs.map((name) => [name, inAllOrders(name)]));
    const seen = seenInGo((name) => ours.get(name)!.some((outcome) => outcome.startsWith('deadlock')));
    const missing = programs.flatMap((name) => (seen[name] as readonly string[]).filter((outcome) => !ours.get(name)!.includes(outcome)).map((outcome) => `${name}: ${outcome}`));
    expect(missing).toEqual([]);
    // The comparison says something only where the runs differ.
    expect(Object.values(seen).filter((outcomes) => outcomes.length > 1).length).toBeGreaterThan(programs.length / 2);
  }, 200_000);
});
