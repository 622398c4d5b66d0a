import { describe, expect, it } from 'vitest';
import { happensBefore, relationSentence, stateAt, stepList } from '#trace';
import { deadlock, fixtures, handOver, leak, lockAsState, lostUpdate } from './testing/index.ts';

describe('happensBefore', () => {
  it('TR10 orders the steps of one task', () => {
    const order = happensBefore(lostUpdate);
    expect(order(4, 6)).toBe('before');
    expect(order(6, 4)).toBe('after');
  });

  it('TR11 orders a cause and all before it with its effect', () => {
    const order = happensBefore(handOver);
    expect(order(1, 2)).toBe('before');
    expect(order(3, 5)).toBe('before');
    expect(order(1, 7)).toBe('before');
    expect(happensBefore(lockAsState)(6, 11)).toBe('before');
  });

  it('TR12 calls the rest concurrent', () => {
    const order = happensBefore(lostUpdate);
    expect([order(4, 7), order(7, 4), order(5, 6), order(7, 7)]).toEqual(Array(4).fill('concurrent'));
  });

  it('TR12 leaves every recorded race unordered', () => {
    for (const { trace } of fixtures) {
      const order = happensBefore(trace);
      for (const e of trace.events) for (const other of e.races) expect(order(e.step, other)).toBe('concurrent');
    }
  });

  it('TR12 can be said in a sentence', () => {
    expect(relationSentence(lostUpdate, 5)).toBe(
      'Nothing orders step 5 against steps 3, 4, 6, 8 and 9: no arrow leads from one to the other.',
    );
    expect(stepList([1, 2, 3, 4, 7])).toBe('steps 1–4 and 7');
  });
});

describe('stateAt', () => {
  it('TR13 follows the changes', () => {
    expect([...stateAt(handOver, 0).keys()]).toEqual([0]);
    expect(stateAt(handOver, 1).get(1)).toEqual({ kind: 'ready' });
    expect(stateAt(handOver, 2).get(1)).toMatchObject({ kind: 'blocked', reason: 'chan receive' });
    expect(stateAt(handOver, 9).get(0)).toEqual({ kind: 'returned' });
  });

  it('TR14 leaves those stuck who wait when all is over', () => {
    expect(stateAt(deadlock, 6).get(1)?.kind).toBe('blocked');
    expect([...stateAt(deadlock, 7).values()].map((s) => s.kind)).toEqual(['stuck', 'stuck', 'stuck']);
    expect(stateAt(leak, 7).get(2)?.kind).toBe('stuck');
  });
});
