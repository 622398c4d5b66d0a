import { describe, expect, it } from 'vitest';
import { rowsOf, toFigure } from '#charts';
import type { GilBound, Locks, LostUpdates, Measurement, SpeedUp } from '#runtime/lab';
import { chartsOf } from './charts.ts';
import { findingsOf } from './findings.ts';
import { standingOf, type Facts } from './standing.ts';
import { lengthText, quantile, roundText, timesText } from './wording.ts';

const same = (value: number) => ({ least: value, median: value, most: value });
const row = (workers: number, speedUp: number) => ({ workers, speedUp, ms: same(100 / speedUp) });

const speedUp: SpeedUp = { kind: 'speed-up', cores: 2, rounds: 5, limit: 640_000, primes: 52_070, aloneMs: same(100), rows: [row(1, 1), row(2, 1.94), row(3, 1.9)] };
const gil: GilBound = { kind: 'gil', cores: 2, rounds: 5, intervalMs: 5, limit: 640_000, requests: 24, requestMs: 5, free: [row(1, 1), row(2, 1.9)], computing: [row(1, 1), row(2, 0.95)], waiting: [row(1, 1), row(2, 1.98)], switches: same(18) };
const lost = (plain: number[], lock = 0): LostUpdates => ({
  kind: 'lost-updates',
  workers: 2,
  additions: 1000,
  rows: [
    { way: 'plain', lost: plain, nsEach: same(2) },
    { way: 'atomic', lost: [0], nsEach: same(20) },
    { way: 'lock', lost: [lock], nsEach: same(40) },
  ],
});
const locks: Locks = {
  kind: 'locks',
  cores: 2,
  rounds: 1,
  eachSide: 2,
  leftSectionUs: 100,
  left: [{ beside: 'spin', share: same(0.4) }, { beside: 'parking', share: same(0.66) }],
  rows: [1, 2, 4].flatMap((workers) =>
    (['spin', 'parking'] as const).flatMap((lock) =>
      [0.1, 100].map((sectionUs) => ({ lock, workers, sectionUs, entriesPerSecond: same(1000), timesAlone: workers / 2, looksPerEntry: lock === 'spin' ? 2637.5 : 0, parksPerEntry: lock === 'spin' ? 0 : 0.04 })),
    ),
  ),
};

describe('charts of measurements', () => {
  it('a speed-up beside what the cores allow at most', () => {
    expect(chartsOf(speedUp).map(rowsOf)).toEqual([[['workers', 'measured', 'at most'], ['1', '1×', '1×'], ['2', '1.94×', '2×'], ['3', '1.9×', '2×']]]);
  });

  it('with and without a GIL, computing and waiting', () => {
    expect(chartsOf(gil).map(rowsOf)).toEqual([[['workers', 'waits, GIL', 'no GIL', 'GIL'], ['1', '1×', '1×', '1×'], ['2', '1.98×', '1.9×', '0.95×']]]);
  });

  it('what was lost, as it is spread over the rounds, and what it costs to lose nothing', () => {
    const [shares, prices] = chartsOf(lost([300, 100, 0, 200, 500])).map(rowsOf);
    expect(shares).toEqual([['', '%'], ['plain, least', '0%'], ['plain, lower quarter', '10%'], ['plain, middle', '20%'], ['plain, upper quarter', '30%'], ['plain, most', '50%'], ['Atomics.add', '0%'], ['parking lock', '0%']]);
    expect(prices).toEqual([['', 'ns'], ['plain', '2'], ['Atomics.add', '20'], ['parking lock', '40']]);
  });

  it('two locks, for each number of workers that get in each other’s way, and what is left for others', () => {
    const charts = chartsOf(locks);
    expect(charts.map(({ title }) => title.slice(0, 9))).toEqual(['2 workers', '4 workers', 'What 2 ot']);
    expect(rowsOf(charts[1]!)).toEqual([['inside', 'parking lock', 'spin lock'], ['0.1 µs', '2×', '2×'], ['100 µs', '2×', '2×']]);
    expect(rowsOf(charts[2]!)).toEqual([['', '%'], ['spin lock', '40%'], ['parking lock', '66%']]);
  });

  it('every chart can be drawn, wide and narrow', () => {
    for (const measurement of [speedUp, gil, lost([0]), locks] satisfies Measurement[])
      for (const chart of chartsOf(measurement)) expect(toFigure(chart, { alsoNarrow: true })).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('what a measurement says', () => {
  it('names the best of a speed-up', () => {
    expect(findingsOf(speedUp)).toEqual([
      'The 52,070 primes below 640,000 take one loop 100 ms. Of all that were tried, 2 workers are 1.9 times as fast.',
      'The browser says that this machine has 2 cores.',
      'Each number is the middle of 5 rounds, which hardly differ.',
    ]);
  });

  it('says how far the rounds lie apart, and warns where that is far', () => {
    const noisy = (most: number): string => findingsOf({ ...speedUp, aloneMs: { least: 100, median: 110, most } }).at(-1)!;
    expect(noisy(150)).toBe('Each number is the middle of 5 rounds; where they differ most, one is 1.5 times another.');
    expect(noisy(300)).toContain('This machine was busy with other things as well: believe large differences only.');
    expect(noisy(500)).toContain('these numbers say little. Measure again when it is idle.');
  });

  it('does not take a round without a loss for a proof', () => {
    expect(findingsOf(lost([0, 0]))[1]).toBe('None was lost this time. That proves nothing: measure again, and see above what can happen.');
    expect(findingsOf(lost([250, 0]))[1]).toContain('The round that lost least lost 0 %, the one that lost most 25 %.');
  });

  it('says so if a lock has lost something', () => {
    expect(findingsOf(lost([1], 3))[2]).toContain('3 were lost, which must not be');
  });

  it('counts looks in vain and sleeps', () => {
    expect(findingsOf(locks)[0]).toContain('look 2,640 times in vain for each time that one of them gets in; those who wait for the parking lock fall asleep once in 25 times.');
    expect(findingsOf(gil)[0]).toBe('Computing without the lock, 2 workers are 1.9 times as fast at best; with it, 2 workers are 0.9 times as fast.');
  });

  it('writes numbers as people do', () => {
    expect([lengthText(0.1), lengthText(100), lengthText(2000), timesText(1.96), timesText(12.3), roundText(0.012345), roundText(123456)]).toEqual(['0.1 µs', '100 µs', '2 ms', '2.0', '12', '0.0123', '123,000']);
    expect([0, 0.25, 0.5, 1].map((share) => quantile([1, 2, 3, 4, 5], share))).toEqual([1, 2, 3, 5]);
  });
});

describe('where a page cannot measure', () => {
  const plain: Facts = { isIsolated: false, hasSharedMemory: false, isFramed: false, isSecure: true, hasServiceWorkers: true, isPrepared: false };
  const kind = (facts: Partial<Facts>) => standingOf({ ...plain, ...facts }).kind;
  const say = (facts: Partial<Facts>): string => {
    const standing = standingOf({ ...plain, ...facts });
    return standing.kind === 'ready' ? '' : standing.say;
  };

  it('it can where it is isolated and has memory to share', () => {
    expect(kind({ isIsolated: true, hasSharedMemory: true })).toBe('ready');
    expect(kind({ isIsolated: true, hasSharedMemory: true, isFramed: true })).toBe('ready');
  });

  it('a host without the headers can be made up for, unless there is no way to', () => {
    expect(kind({})).toBe('preparable');
    expect(kind({ hasServiceWorkers: false })).toBe('stuck');
    expect(kind({ isPrepared: true })).toBe('stuck');
  });

  it('each reason is said in words of its own, and what is recorded is pointed to', () => {
    const cases: Partial<Facts>[] = [{}, { isIsolated: true }, { isFramed: true }, { isSecure: false }, { isPrepared: true }, { hasServiceWorkers: false }];
    expect(new Set(cases.map(say)).size).toBe(cases.length);
    for (const facts of cases) expect(say(facts)).toContain('What was recorded elsewhere is below.');
    expect(say({ isFramed: true })).toContain('inside a page of another site');
    expect(say({ isSecure: false, hasServiceWorkers: false })).toContain('plain http');
  });
});
