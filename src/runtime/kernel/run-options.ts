import type { Mode, Place } from '#trace';
import type { Access } from './access.ts';
import type { Shared } from './shared.ts';
import type { Task } from './task.ts';

export const DEFAULT_MAX_STEPS = 10_000;

export interface RunOptions {
  readonly mode?: Mode;
  readonly timers?: 'any' | 'patient';
  readonly cores?: number;
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

/** What one step did, for whoever explores. Reused by the next step. */
export interface Footprint {
  readonly resources: Shared[];
  readonly accesses: Access[];
  readonly tasks: Task[];
  /** Earlier steps that made this one possible. */
  readonly after: number[];
  /** Nothing else could go when this step was taken, and it moved the clock: all that was comes before all that follows. */
  barrier: boolean;
}

/** Thrown through learner code to end a run that goes on too long. */
export class LimitReached extends Error {
  override readonly name = 'LimitReached';
}
