import { describe, expect, it } from 'vitest';
import type { Exploration } from '#explore';
import { canHappen, disagreements, orderOf } from './predict.ts';

const exploration: Exploration = {
  complete: true,
  mode: 'preemptive',
  executions: { full: 4, sleepBlocked: 0, boundCut: 0 },
  outcomes: [
    { output: ['2'], end: 'ok', count: 2, schedule: 'main a b' },
    { output: ['1'], end: 'ok', count: 1, schedule: 'main b a' },
    { output: [], end: 'deadlock', count: 1, schedule: 'main b' },
  ],
  deadlocks: [],
  leaks: [],
  lostWakeups: [],
  races: [{ location: 'n', first: { task: 'a', line: 3, kind: 'read' }, second: { task: 'b', line: 3, kind: 'write' }, schedule: 'main' }],
  ms: 1,
};

describe('a question about outcomes', () => {
  it('knows an outcome by its lines, its end, or both', () => {
    expect(canHappen({ output: ['1'] }, exploration)).toBe(true);
    expect(canHappen({ output: ['1'], end: 'deadlock' }, exploration)).toBe(false);
    expect(canHappen({ end: 'deadlock' }, exploration)).toBe(true);
    expect(canHappen({ output: ['2', '1'] }, exploration)).toBe(false);
  });

  it('knows races and leaks', () => {
    expect(canHappen({ end: 'race' }, exploration)).toBe(true);
    expect(canHappen({ end: 'leak' }, exploration)).toBe(false);
  });

  it('gives an order that does what an option names', () => {
    expect(orderOf({ output: ['1'] }, exploration)).toBe('main b a');
    expect(orderOf({ end: 'deadlock' }, exploration)).toBe('main b');
    expect(orderOf({ end: 'race' }, exploration)).toBe('main');
    expect(orderOf({ output: ['3'] }, exploration)).toBeUndefined();
    expect(orderOf({ end: 'leak' }, exploration)).toBeUndefined();
  });

  it('tells the author which option is wrong', () => {
    const option = { text: '3', output: ['3'], possible: true, why: '' };
    expect(disagreements([option], exploration)).toEqual(['“3” cannot happen, but says possible: true']);
    expect(disagreements([{ ...option, possible: false }], exploration)).toEqual([]);
    expect(disagreements([{ ...option, possible: false }], { ...exploration, complete: false })).toHaveLength(1);
    expect(disagreements([{ text: 'x', possible: true, why: '' }], exploration)[0]).toContain('names no outcome');
  });
});
