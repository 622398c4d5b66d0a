/** Real workers on real cores over shared memory. For measuring and for taking home; never for a verdict. */
export { sharedCells, type Cells } from './cells.ts';
export { Crew, type Round, type RoundOptions } from './crew.ts';
export { Gil, GIL_CELLS, type GilOptions } from './gil.ts';
export { measureGil, type GilBound, type GilBoundOptions } from './gil-bound.ts';
export { measureLocks, type LeftRow, type Locks, type LocksOptions, type LocksRow } from './locks.ts';
export { measureLostUpdates, type LostUpdates, type LostUpdatesOptions, type LostUpdatesRow } from './lost-updates.ts';
export type { LockKind, Way } from './jobs.ts';
export { measure, measurementKinds, type Measurement, type MeasurementKind } from './measurements.ts';
export { ParkingLock } from './parking-lock.ts';
export type { MeasureOptions } from './rounds.ts';
export { measureSpeedUp, type SpeedUp, type SpeedUpOptions, type SpeedUpRow } from './speed-up.ts';
export { SpinLock } from './spin-lock.ts';
export { spreadOf, type Spread } from './statistics.ts';
