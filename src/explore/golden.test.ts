import { describe, expect, it } from 'vitest';
import { explore } from './explore.ts';
import type { Subject } from './subject.ts';
import { atomicIncrements, crosswise, filesystem, increments, indexer, lastzero, locked, philosophers, readers, swaps } from './testing/classics.ts';

function counts(subject: Subject) {
  const found = explore(subject, { maxRuns: 5_000_000 });
  return { ...found.executions, complete: found.complete, deadlocks: found.outcomes.filter((o) => o.end === 'deadlock').reduce((n, o) => n + o.count, 0) };
}

const HOURS = 4 * 3_600_000;

describe('EX2 golden counts', () => {
  it.each([[2, 4], [3, 36]])('EX2 increments of %i tasks have %i orders', (n, full) => expect(counts(increments(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 4], [8, 256], [13, 8192]])('EX2 readers(%i) has %i orders', (n, full) => expect(counts(readers(n))).toMatchObject({ full, complete: true }));
  it.each([[5, 64], [10, 3328]])('EX2 lastzero(%i) has %i orders', (n, full) => expect(counts(lastzero(n))).toMatchObject({ full, complete: true }));
  it.each([[12, 8], [15, 4096]])('EX2 indexer(%i) has %i orders', (n, full) => expect(counts(indexer(n))).toMatchObject({ full, complete: true }));
  it.each([[14, 2], [16, 8], [18, 32], [19, 64]])('EX2 filesystem(%i) has %i orders', (n, full) => expect(counts(filesystem(n))).toMatchObject({ full, complete: true, deadlocks: 0 }));
  it.each([[2, 2], [3, 6], [4, 24]])('EX2 lock, add, unlock by %i tasks has %i orders', (n, full) => expect(counts(locked(n))).toMatchObject({ full, complete: true, deadlocks: 0 }));
  it.each([[2, 2], [3, 6], [4, 24], [5, 120]])('EX2 atomic increments of %i tasks have %i orders', (n, full) => expect(counts(atomicIncrements(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 2], [3, 5], [4, 14], [5, 43]])('EX2 compare-and-swap by %i tasks has %i orders: one that fails is a read', (n, full) => expect(counts(swaps(n))).toMatchObject({ full, complete: true }));
  it.each([[2, 3], [3, 7], [4, 15]])('EX2 %i philosophers have %i orders, one of them a deadlock', (n, full) => expect(counts(philosophers(n))).toMatchObject({ full, complete: true, deadlocks: 1 }));
  it('EX2 two locks taken crosswise have 3 orders, one of them a deadlock', () => expect(counts(crosswise())).toMatchObject({ full: 3, complete: true, deadlocks: 1 }));
});

// Half an hour, so not part of the tests that run every time: `GOLDEN=large npm run unit -- run src/explore/golden.test.ts`.
describe.runIf(process.env['GOLDEN'] === 'large')('EX2 large golden counts', () => {
  it('EX2 lastzero(15) has 147456 orders', () => expect(counts(lastzero(15))).toMatchObject({ full: 147_456, complete: true }), HOURS);
});
