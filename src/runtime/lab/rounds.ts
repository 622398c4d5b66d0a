import type { Crew } from './crew.ts';

/** What every measurement may be told. */
export interface MeasureOptions {
  /** How often each thing is measured; what counts is the middle. One round more comes before them, to warm up, and is not counted. */
  readonly rounds?: number;
  readonly signal?: AbortSignal | undefined;
  /** Told how much is done, from 0 to 1. */
  readonly onProgress?: ((share: number) => void) | undefined;
}

export const ROUNDS = 5;

/**
 * Measures each of `cases` once in every round, rather than one of them in all rounds: a machine that grows hot, or busy, then slows all alike.
 * Returns what was measured, by case, without the first round.
 */
export async function inRounds<Case, Result>(
  cases: readonly Case[],
  { rounds = ROUNDS, signal, onProgress }: MeasureOptions,
  measure: (one: Case) => Promise<Result>,
): Promise<Result[][]> {
  if (!Number.isSafeInteger(rounds) || rounds < 1) throw new RangeError(`rounds: ${rounds} is not a whole number from 1 on`);
  const results: Result[][] = cases.map(() => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, one] of cases.entries()) {
      signal?.throwIfAborted();
      const result = await measure(one);
      if (round > 0) results[index]!.push(result);
      onProgress?.((round * cases.length + index + 1) / ((rounds + 1) * cases.length));
    }
  }
  return results;
}

/** Options for a part of a measurement: its progress counts from `from` to `to` of the whole. */
export const within = (options: MeasureOptions, from: number, to: number): MeasureOptions => ({
  ...options,
  onProgress: (share) => options.onProgress?.(from + share * (to - from)),
});

/** The numbers of workers to try: up to the cores and, where these are few, beyond them. */
export function workerCounts(cores: number, size: number): number[] {
  const most = Math.min(size, Math.max(4, cores));
  return [1, 2, 3, 4, 6, 8, 12, 16, 24, 32].filter((count) => count < most).concat(most);
}

/** The first power of two times 10,000 below which finding the primes takes at least `ms` here. */
export async function primesThatTake(crew: Crew, ms: number, signal: AbortSignal | undefined): Promise<number> {
  for (let limit = 10_000; ; limit *= 2) {
    const round = await crew.run('primesAlone', { limit }, { workers: 1, signal });
    if (round.ms >= ms) return limit;
  }
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
