import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Exploration } from '#explore';
import type { Expectation, Kernel } from '#explore/corpus';
import { changeOf, goalOfKernel, nativeWords, ourWords, storyPieces } from './real-bugs.ts';

const LEAK: Expectation = { kind: 'leak', reasons: ['sync.Mutex.Lock'] };
const kernel = (rate: number | undefined, ...expects: readonly Expectation[]): Kernel => ({
  name: 'moby_17176',
  subType: 'Double lock',
  story: 'Somebody locks twice.',
  expects,
  oracle: 'none',
  rate,
  limit: undefined,
  text: '',
});
const explored = (reached: number, of: number, preemptions: number): Exploration => ({
  complete: true,
  mode: 'preemptive',
  executions: { full: of, sleepBlocked: 0, boundCut: 0 },
  outcomes: [{ output: [], end: 'ok', count: of, schedule: 'main' }],
  deadlocks: [],
  leaks: [],
  races: [],
  lostWakeups: [],
  simplest: { preemptions, proved: true, schedule: 'main' },
  reached,
  ms: 1,
});

describe('a bug that shipped', () => {
  it('leads to the change that mended it', () => {
    expect(changeOf('grpc_1460')).toEqual({ label: 'gRPC-Go #1460', url: 'https://github.com/grpc/grpc-go/pull/1460' });
    const projects = readdirSync('src/explore/corpus', { withFileTypes: true }).filter(
      (entry) => entry.isDirectory() && entry.name !== 'testing',
    );
    expect(projects.length).toBeGreaterThan(0);
    for (const { name } of projects) expect(changeOf(`${name}_1`).url).toMatch(/^https:.*\/pull\/1$/);
    expect(() => changeOf('emacs_1')).toThrow("a project 'emacs'");
  });

  it('is looked for by what it is known for', () => {
    expect(goalOfKernel(kernel(1, { kind: 'race', place: 'n' }, LEAK))).toEqual({ end: 'race' });
    expect(goalOfKernel(kernel(1, LEAK))).toEqual({ end: 'leak' });
  });

  it('is told with its code set apart', () => {
    expect(storyPieces({ ...kernel(1), story: "Leaves by `break`, with the first one's lock." })).toEqual([
      { text: 'Leaves by ', isCode: false },
      { text: 'break', isCode: true },
      { text: ', with the first one’s lock.', isCode: false },
    ]);
  });

  it('says how often it shows itself natively, if that is known', () => {
    expect(nativeWords(kernel(3))).toBe('3 of 100 runs');
    expect(nativeWords(kernel(undefined))).toBe('not known');
  });

  it('says in how many orders it is, and how much it takes', () => {
    expect(ourWords(kernel(3, LEAK), explored(1, 3, 1))).toBe('1 of 3 orders leaves somebody waiting, with 1 forced switch');
    expect(ourWords(kernel(3, { kind: 'race', place: 'n' }), explored(12, 1_200, 2))).toBe(
      '12 of 1,200 orders have the race, with 2 forced switches',
    );
    expect(ourWords(kernel(3, LEAK), explored(1, 1, 0))).toBe('its only order leaves somebody waiting, without a forced switch');
  });
});
