import type { Crew } from './crew.ts';
import { GIL_SWITCHES } from './jobs.ts';
import { inRounds, primesThatTake, sum, workerCounts, type MeasureOptions } from './rounds.ts';
import { rowOf, sameAnswer, type SpeedUpRow } from './speed-up.ts';
import { spreadOf, type Spread } from './statistics.ts';

export interface GilBoundOptions extends MeasureOptions {
  readonly cores: number;
  readonly limit?: number;
  /** How many requests are waited for, by all workers together, and how long each takes. */
  readonly requests?: number;
  readonly requestMs?: number;
}

/** What `measure('gil')` finds. Each speed-up is over one worker that does the same. */
export interface GilBound {
  readonly kind: 'gil';
  readonly cores: number;
  readonly rounds: number;
  readonly intervalMs: number;
  readonly limit: number;
  readonly requests: number;
  readonly requestMs: number;
  /** Computing, each worker for itself. */
  readonly free: readonly SpeedUpRow[];
  /** The same computing, by whoever holds the GIL. */
  readonly computing: readonly SpeedUpRow[];
  /** Waiting for answers, during which nobody holds it. */
  readonly waiting: readonly SpeedUpRow[];
  /** How often the GIL went from one worker to another in a round with the most workers that compute. */
  readonly switches: Spread;
}

const ENOUGH_MS = 80;
const modes = ['free', 'computing', 'waiting'] as const;

/**
 * What one lock that everybody must hold while computing does to a speed-up: computing without it, computing with it, and waiting with it.
 *
 * Waits until all rounds are done. Every round's answer is compared with that of the plain loop.
 *
 * @throws Error if an answer is different.
 * @throws the reason of `signal`.
 */
export async function measureGil(crew: Crew, options: GilBoundOptions): Promise<GilBound> {
  const { cores, signal, requests = 24, requestMs = 5 } = options;
  const limit = options.limit ?? (await primesThatTake(crew, ENOUGH_MS, signal));
  const primes = (await crew.run('primesAlone', { limit }, { workers: 1, signal })).results[0]!;
  const counts = workerCounts(cores, crew.size);
  const cases = modes.flatMap((mode) => counts.map((workers) => ({ mode, workers })));
  const measured = await inRounds(cases, options, async ({ mode, workers }) => {
    if (mode === 'waiting') {
      const round = await crew.run('waits', { requests, ms: requestMs, gil: true }, { workers, signal });
      if (sum(round.results) !== requests) throw new Error(`The workers waited for ${sum(round.results)} requests of ${requests}.`);
      return { ms: round.ms, switches: 0 };
    }
    const round = await crew.run('primes', { limit, gil: mode === 'computing' }, { workers, signal });
    sameAnswer(sum(round.results), primes);
    return { ms: round.ms, switches: round.cells[GIL_SWITCHES]! };
  });
  const rows = modes.map((mode) => {
    const of = (workers: number) => measured[cases.findIndex((one) => one.mode === mode && one.workers === workers)]!.map(({ ms }) => ms);
    const alone = spreadOf(of(1)).median;
    return counts.map((workers) => rowOf(workers, of(workers), alone));
  });
  const busiest = measured[cases.findIndex(({ mode, workers }) => mode === 'computing' && workers === counts.at(-1))]!;
  const [free = [], computing = [], waiting = []] = rows;
  const switches = spreadOf(busiest.map((round) => round.switches));
  return { kind: 'gil', cores, rounds: busiest.length, intervalMs: 5, limit, requests, requestMs, free, computing, waiting, switches };
}
