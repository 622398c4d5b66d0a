import type { Mode, Place } from '#trace';

export const DEFAULT_MAX_STEPS = 10_000;

export interface RunOptions {
  readonly mode?: Mode;
  readonly timers?: 'any' | 'patient';
  readonly cores?: number;
  /** CPython without its GIL: in mode `cpython`, threads are then as free as in `preemptive`. */
  readonly freeThreaded?: boolean;
  readonly maxSteps?: number;
  /** Rounds of loops within one step, before the run is stopped. */
  readonly maxLoops?: number;
  readonly maxOutput?: number;
  /** Told each line when it is printed. */
  readonly onPrint?: (line: string) => void;
  /** Whether the order of printed lines tells orders apart. */
  readonly observeOutput?: boolean;
  /** Keep a trace: slower, for runs that will be shown. */
  readonly record?: boolean;
  readonly seed?: number;
  readonly files?: readonly string[];
  /** The file that places do not name. */
  readonly mainFile?: string;
  /** Where an error was thrown, if that can be told; otherwise the place of the last point is taken. */
  readonly locate?: (error: unknown) => Place | undefined;
}

/** Thrown through learner code to end a run that goes on too long. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}
