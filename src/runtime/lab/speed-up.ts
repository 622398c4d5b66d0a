import type { Crew } from './crew.ts';
import { inRounds, primesThatTake, sum, workerCounts, type MeasureOptions } from './rounds.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface SpeedUpOptions extends MeasureOptions {
  readonly cores: number;
  /** Look for the primes below this; left out: as many as one worker needs some 100 ms for. */
  readonly limit?: number;
}

/** How long a number of workers took, and how many times as fast that was as one plain loop. */
export interface SpeedUpRow {
  readonly workers: number;
  readonly ms: Spread;
  readonly speedUp: number;
}

/** What `measure('speed-up')` finds: the same work by one loop, and by several workers. */
export interface SpeedUp {
  readonly kind: 'speed-up';
  readonly cores: number;
  readonly rounds: number;
  readonly limit: number;
  readonly primes: number;
  readonly aloneMs: Spread;
  readonly rows: readonly SpeedUpRow[];
}

const ENOUGH_MS = 100;

/**
 * How much faster more workers are where the work falls into pieces that need nothing of one another: all primes below a limit, piece by piece.
 *
 * Waits until all rounds are done. Every round's answer is compared with that of the plain loop.
 *
 * @throws Error if an answer is different.
 * @throws the reason of `signal`.
 */
export async function measureSpeedUp(crew: Crew, options: SpeedUpOptions): Promise<SpeedUp> {
  const { cores, signal } = options;
  const limit = options.limit ?? (await primesThatTake(crew, ENOUGH_MS, signal));
  const primes = (await crew.run('primesAlone', { limit }, { workers: 1, signal })).results[0]!;
  const counts = workerCounts(cores, crew.size);
  const [alone = [], ...shared] = await inRounds(['alone' as const, ...counts], options, async (workers) => {
    const round =
      workers === 'alone'
        ? await crew.run('primesAlone', { limit }, { workers: 1, signal })
        : await crew.run('primes', { limit, gil: false }, { workers, signal });
    sameAnswer(sum(round.results), primes);
    return round.ms;
  });
  const aloneMs = spreadOf(alone);
  const rows = counts.map((workers, index) => rowOf(workers, shared[index]!, aloneMs.median));
  return { kind: 'speed-up', cores, rounds: alone.length, limit, primes, aloneMs, rows };
}

export function sameAnswer(found: number, expected: number): void {
  if (found !== expected) throw new Error(`The workers found ${found} primes, and one loop alone ${expected}: this measurement is worth nothing.`);
}

export function rowOf(workers: number, times: readonly number[], aloneMs: number): SpeedUpRow {
  const ms = spreadOf(times);
  return { workers, ms, speedUp: aloneMs / ms.median };
}
