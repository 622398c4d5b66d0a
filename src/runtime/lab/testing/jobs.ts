/** What workers do in the tests of the lab: each job ends only if the promise is kept that it is about, and counts what must not happen. */
import { LINE } from '../cells.ts';
import { Gil } from '../gil.ts';
import { jobs, type LockKind, type Place } from '../jobs.ts';
import { ParkingLock } from '../parking-lock.ts';
import { SpinLock } from '../spin-lock.ts';

const LOCK = 0;
const INSIDE = LINE;
export const COUNT = 2 * LINE;
const FLAG = 3 * LINE;
const GIL = 4 * LINE;
/** One cell for each worker. */
const OWN = 5 * LINE;

const lockOf = (kind: LockKind, { cells }: Place) => (kind === 'spin' ? new SpinLock(cells, LOCK) : new ParkingLock(cells, LOCK));

/** Goes in and out, and says how often somebody else was inside as well. Counts by plain reads and writes. */
export function exclude(place: Place, { lock: kind, times }: { readonly lock: LockKind; readonly times: number }): number {
  const { cells } = place;
  const lock = lockOf(kind, place);
  let intrusions = 0;
  for (let i = 0; i < times; i++) {
    lock.lock();
    if (cells[INSIDE] !== 0) intrusions++;
    cells[INSIDE] = 1;
    cells[COUNT] = cells[COUNT]! + 1;
    if (cells[INSIDE] !== 1) intrusions++;
    cells[INSIDE] = 0;
    lock.unlock();
  }
  return intrusions;
}

/** The first takes the lock and gives it back when somebody waits for it; all others want it once. */
export function oneHolds(place: Place, _: object): boolean {
  const lock = new ParkingLock(place.cells, LOCK);
  if (place.id === 0) {
    lock.lock();
    Atomics.store(place.cells, FLAG, 1);
    Atomics.notify(place.cells, FLAG);
    while (Atomics.load(place.cells, LOCK) !== 2);
  } else {
    Atomics.wait(place.cells, FLAG, 0);
    lock.lock();
  }
  lock.unlock();
  return lock.parks > 0;
}

/** The first locks, the second unlocks what the first has locked. */
export function handOver(place: Place, { lock: kind }: { readonly lock: LockKind }): boolean {
  const lock = lockOf(kind, place);
  if (place.id === 0) {
    lock.lock();
    Atomics.store(place.cells, FLAG, 1);
    Atomics.notify(place.cells, FLAG);
    lock.lock();
    return true;
  }
  Atomics.wait(place.cells, FLAG, 0);
  const wasFree = lock.tryLock();
  lock.unlock();
  return wasFree;
}

/** Counts under the GIL by plain reads and writes, and lets go where asked. */
export function countUnderGil({ cells }: Place, { times }: { readonly times: number }): number {
  const gil = new Gil(cells, GIL, { interval: 0.1 });
  let switched = 0;
  gil.acquire();
  for (let i = 0; i < times; i++) {
    cells[COUNT] = cells[COUNT]! + 1;
    if (gil.checkpoint()) switched++;
  }
  gil.release();
  return switched;
}

/** Computes under the GIL until every worker has had `turns` turns. Returns how often it came back without another having had it. */
export function computeOn({ id, cells }: Place, { workers, turns }: { readonly workers: number; readonly turns: number }): number {
  const gil = new Gil(cells, GIL, { interval: 0.1 });
  const all = (): boolean => cells.subarray(OWN, OWN + workers).every((had) => had >= turns);
  let tooSoon = 0;
  gil.acquire();
  for (cells[OWN + id] = 1; !all(); ) {
    const before = gil.switches;
    if (!gil.checkpoint()) continue;
    cells[OWN + id] = cells[OWN + id]! + 1;
    // One switch to another, and one back.
    if (gil.switches < before + 2) tooSoon++;
  }
  gil.release();
  return tooSoon;
}

/** The first waits, while it gives the GIL back, for something that the second does with the GIL. */
export function waitForOther({ id, cells }: Place, _: object): string {
  const gil = new Gil(cells, GIL);
  gil.acquire();
  try {
    if (id === 1) {
      Atomics.store(cells, FLAG, 1);
      Atomics.notify(cells, FLAG);
      return 'told';
    }
    return gil.blocking(() => (Atomics.wait(cells, FLAG, 0), 'heard'));
  } finally {
    gil.release();
  }
}

/** Waits, with all others, until as many as there are have come this far. */
export function meet({ id, cells }: Place, { workers }: { readonly workers: number }): number {
  if (Atomics.add(cells, COUNT, 1) + 1 === workers) Atomics.notify(cells, COUNT);
  for (let come = Atomics.load(cells, COUNT); come < workers; come = Atomics.load(cells, COUNT)) Atomics.wait(cells, COUNT, come);
  return id;
}

/** Computes until it is stopped. */
export function endless({ isStopped }: Place, _: object): void {
  while (!isStopped());
}

export function fail({ id }: Place, { who }: { readonly who: number }): void {
  if (id === who) throw new RangeError('no more of this');
}

export const testJobs = { ...jobs, exclude, oneHolds, handOver, countUnderGil, computeOn, waitForOther, meet, endless, fail };
