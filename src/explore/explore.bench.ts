/**
 * How fast the explorer is, and how its work grows: `npm run bench:explorer`. Measured, never tested.
 *
 * The programs are those of the golden counts. A run of `readers(9)` has about 30 steps.
 */
import { explore } from './explore.ts';
import { indexer, lastzero, readers } from './testing/classics.ts';

const ROUNDS = 3;

function measure(name: string, make: () => ReturnType<typeof readers>, strategy: 'dpor' | 'naive' = 'dpor', maxRuns = 500_000): void {
  let best = Infinity;
  let counted = { full: 0, sleepBlocked: 0, boundCut: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const began = performance.now();
    counted = explore(make(), { strategy, maxRuns }).executions;
    best = Math.min(best, performance.now() - began);
  }
  const runs = counted.full + counted.sleepBlocked;
  console.log(`${name.padEnd(20)} ${strategy.padEnd(6)} ${String(counted.full).padStart(8)} orders ${String(counted.sleepBlocked).padStart(6)} blocked ${best.toFixed(0).padStart(7)} ms ${Math.round((runs / best) * 1000).toLocaleString('en').padStart(9)} runs/s`);
}

measure('readers(9)', () => readers(9));
measure('readers(9)', () => readers(9), 'naive', 2_000);
for (const n of [6, 8, 10]) measure(`readers(${n})`, () => readers(n));
for (const n of [5, 8, 10]) measure(`lastzero(${n})`, () => lastzero(n));
for (const n of [11, 12, 13]) measure(`indexer(${n})`, () => indexer(n));
