import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import type { Subject } from './subject.ts';
import { increments, indexer, lastzero, locked, philosophers, readers } from './testing/classics.ts';

function counts(subject: Subject, naive = false) {
  const found = explore(subject, { maxRuns: 500_000, strategy: naive ? 'naive' : 'dpor' });
  return { ...found.executions, complete: found.complete, deadlocks: found.outcomes.filter((o) => o.end === 'deadlock').reduce((n, o) => n + o.count, 0) };
}

describe('EX2 golden counts', () => {
  it.each([[2, 4], [3, 36]])('EX2 increments of %i tasks have %i orders', (n, full) => expect(counts(increments(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 4], [8, 256]])('EX2 readers(%i) has %i orders', (n, full) => expect(counts(readers(n))).toMatchObject({ full, complete: true }));
  it.each([[5, 64], [10, 3328]])('EX2 lastzero(%i) has %i orders', (n, full) => expect(counts(lastzero(n))).toMatchObject({ full, complete: true }));
  it.each([[12, 8]])('EX2 indexer(%i) has %i orders', (n, full) => expect(counts(indexer(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 2], [3, 6], [4, 24]])('EX2 lock, add, unlock by %i tasks has %i orders', (n, full) => expect(counts(locked(n))).toMatchObject({ full, complete: true, deadlocks: 0 }));
  it.each([[2, 3], [3, 7]])('EX2 %i philosophers have %i orders, one of them a deadlock', (n, full) => expect(counts(philosophers(n))).toMatchObject({ full, complete: true, deadlocks: 1 }));
});
