import { describe, expect, it } from 'vitest';
import type { Exploration, Outcome } from '#explore';
import { endWords, findings, headline, progressWords } from './sentences.ts';

const outcome = (count: number, end: Outcome['end'] = 'ok'): Outcome => ({ output: [], end, count, schedule: 'main' });
const explored = (outcomes: readonly Outcome[], more: Partial<Exploration> = {}): Exploration => ({
  complete: true,
  mode: 'preemptive',
  executions: { full: 1, sleepBlocked: 0, boundCut: 0 },
  outcomes,
  deadlocks: [],
  leaks: [],
  races: [],
  lostWakeups: [],
  ms: 1,
  ...more,
});

describe('the sentence above the outcomes', () => {
  it('counts orders and outcomes', () => {
    expect(headline(explored([outcome(40), outcome(2, 'deadlock')]))).toBe('All 42 orders tried: 2 outcomes.');
    expect(headline(explored([outcome(1_234)]))).toBe('All 1,234 orders tried: one outcome.');
    expect(headline(explored([outcome(1)]))).toBe('There is only one order in which this program can run.');
  });

  it('does not say “all” of a search that was cut', () => {
    expect(headline(explored([outcome(2_000), outcome(1)], { complete: false }))).toBe(
      '2,001 orders tried, and there are more: 2 outcomes.',
    );
  });
});

describe('what a search found', () => {
  it('names tasks and lines', () => {
    const races = [
      {
        location: 'counter',
        first: { task: 'a', line: 7, kind: 'read' as const },
        second: { task: 'b', line: 8, kind: 'write' as const },
        schedule: 'main',
      },
    ];
    expect(findings(explored([], { races }))[0]).toMatchObject({
      say: expect.stringContaining('a reads it in line 7, b writes it in line 8'),
      lines: [7, 8],
    });
  });

  it('says one thing about several races on one variable', () => {
    const race = (line: number) => ({
      location: 'n',
      first: { task: 'a', line, kind: 'write' as const },
      second: { task: 'b', line: 3, kind: 'write' as const },
      schedule: 'main',
    });
    expect(findings(explored([], { races: [race(9), race(4)] }))).toMatchObject([{ lines: [3, 4, 9] }]);
  });

  it('says how an outcome ends', () => {
    expect(endWords({ end: 'panic', message: 'boom' })).toBe('panic: boom');
    expect(endWords({ end: 'ok' })).toBe('ends');
  });
});

describe('progress', () => {
  it.each([
    [{ runs: 16, failures: 0, estimate: 1234 }, '16 of about 1,200 orders so far'],
    [{ runs: 160, failures: 1, estimate: 161 }, '160 of about 160 orders so far, 1 of them fails'],
    [{ runs: 16, failures: 2 }, '16 orders so far, 2 of them fail'],
    [{ runs: 16, failures: 0, estimate: 4e9 }, '16 orders so far'],
  ])('HE6 says how far the search has come: %j', (progress, words) => {
    expect(progressWords(progress)).toBe(words);
  });
});
