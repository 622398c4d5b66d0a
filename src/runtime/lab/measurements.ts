import { coreCount } from './host.ts';
import { Crew } from './crew.ts';
import { measureGil, type GilBound } from './gil-bound.ts';
import { measureLocks, type Locks } from './locks.ts';
import { measureLostUpdates, type LostUpdates } from './lost-updates.ts';
import type { MeasureOptions } from './rounds.ts';
import { measureSpeedUp, type SpeedUp } from './speed-up.ts';

/**
 * What can be measured.
 *
 * Semantics mirrored: none; these are the lab's own (2026-11).
 *
 * @rules lab#measurements
 * @example
 * console.log(measurementKinds.join(', ')); // speed-up, gil, lost-updates, locks
 */
export const measurementKinds = ['speed-up', 'gil', 'lost-updates', 'locks'] as const;
/** One of `measurementKinds`. */
export type MeasurementKind = (typeof measurementKinds)[number];
/** What came of a measurement. */
export type Measurement = SpeedUp | GilBound | LostUpdates | Locks;

/** Beyond so many cores, more of them show nothing new, and starting the workers takes seconds. */
const MOST_CORES = 16;

/**
 * Measures one thing on this machine, from starting the workers to ending them. Waits for all of it: some seconds.
 *
 * Semantics mirrored: none; what it promises is in docs/spec/lab.md of the course (2026-11).
 *
 * @throws ReferenceError where workers cannot share memory.
 * @throws the reason of `signal`.
 *
 * @rules lab#measurements
 * @example
 * const { kind } = await measure('lost-updates', { rounds: 1 });
 * console.log(kind); // lost-updates
 */
export async function measure(kind: MeasurementKind, options: MeasureOptions = {}): Promise<Measurement> {
  const cores = Math.min(MOST_CORES, coreCount());
  const crew = await Crew.open(kind === 'locks' ? 2 * Math.max(2, cores) : Math.max(4, cores));
  try {
    switch (kind) {
      case 'speed-up':
        return await measureSpeedUp(crew, { ...options, cores });
      case 'gil':
        return await measureGil(crew, { ...options, cores });
      case 'lost-updates':
        return await measureLostUpdates(crew, { ...options, workers: Math.max(2, cores) });
      case 'locks':
        return await measureLocks(crew, { ...options, cores });
    }
  } finally {
    crew.close();
  }
}
