import type { Mode } from '#trace';
import type { FailureKind } from './types.ts';

/** What a number may be. At least one of the two is given. */
export interface Limit {
  readonly atMost?: number;
  readonly atLeast?: number;
}

/** One situation in which the learner's answer is tried, in every order. */
export interface Scene<A> {
  /** What the learner reads: "three boxes". */
  readonly name: string;
  /** Uses the answer. Runs on the model kernel; what it returns is compared with `expect`. */
  readonly play: (answer: A) => unknown;
  /** What `play` must return in every order; or a test of it. */
  readonly expect?: unknown;
  /**
   * Of the numbers that `play` returns, by name: what each may be, in every run of every seed. Instead of `expect`, for an answer that sizes
   * something. A mistake's `got` is then the list of the names whose limits were not kept.
   */
  readonly limits?: Readonly<Record<string, Limit>>;
  /** Lines that must be printed, in this order. Without it, printing tells no orders apart. */
  readonly output?: readonly string[];
  readonly mode?: Mode;
  readonly timers?: 'any' | 'patient';
  readonly cores?: number;
  /** In mode `cpython`: without the GIL. */
  readonly freeThreaded?: boolean;
  readonly maxRuns?: number;
  readonly maxSteps?: number;
  /** Play it once per seed of the model's chance. */
  readonly seeds?: readonly number[];
  readonly allowRaces?: boolean;
  readonly allowLeaks?: boolean;
}

/** A wrong answer that people really give, how it shows, and what to say to it. All that is given must match. */
export interface Mistake {
  readonly verdict: FailureKind;
  readonly say: string;
  readonly scene?: string;
  /** A wait reason of some waiting task. */
  readonly reason?: string;
  /** Of the panic or error. */
  readonly message?: RegExp;
  /** Of the answer, without comments. */
  readonly code?: RegExp;
  readonly got?: unknown;
}

/** A check: what is tried, and what is said of wrong answers. */
export interface CheckSpec<A = unknown> {
  /** Played in this order, up to the first that fails. */
  readonly scenes: readonly Scene<A>[];
  /** By name of the program in `wrong/`. The first that matches is taken. */
  readonly mistakes: Readonly<Record<string, Mistake>>;
}

/**
 * Says what a right answer does, and what to say to wrong ones. The default export of every check file.
 *
 * Semantics mirrored: none; it is what the exercises of this course are judged by (2026-11).
 *
 * @example
 * import { chan, go } from 'happens-before/go';
 * import type * as Answer from './solution';
 *
 * export default check<typeof Answer>({
 *   scenes: [
 *     {
 *       name: 'three boxes',
 *       async play({ produce, consume }) {
 *         const shelf = chan<number>(2);
 *         go(produce, shelf, 3);
 *         return await consume(shelf);
 *       },
 *       expect: [1, 2, 3],
 *     },
 *   ],
 *   mistakes: {
 *     'never-closes': {
 *       verdict: 'deadlock',
 *       say: 'Who tells the consumer that no more will come?',
 *     },
 *   },
 * });
 */
export function check<A>(spec: CheckSpec<A>): CheckSpec<A> {
  return spec;
}
