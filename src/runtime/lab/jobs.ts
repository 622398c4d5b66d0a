/**
 * What the workers of the lab do. A job is a function that runs in several workers at once over the same cells; what it needs of the clock, it asks
 * the one that it is given.
 */
import { LINE, type Cells } from './cells.ts';
import { Gil } from './gil.ts';
import { ParkingLock } from './parking-lock.ts';
import { SpinLock } from './spin-lock.ts';
import { burn, countPrimes } from './work.ts';

/** One worker's view of a round. */
export interface Place {
  /** 0, 1, 2 …: which of the workers this is. */
  readonly id: number;
  /** Shared by all workers of this round, 0 at its beginning. What is used by different workers lies `LINE` cells apart. */
  readonly cells: Cells;
  /** Milliseconds, on a clock that all workers share. */
  now(): number;
  /** Whether the round is to end before its time. Asked between pieces of work, so that nobody is stopped inside a lock. */
  isStopped(): boolean;
}

export const CELLS = 8 * LINE;
const NEXT = 0;
const GIL = 2 * LINE;
/** Where the GIL counts its hand-overs. */
export const GIL_SWITCHES = GIL + 1;
const LOCK = 4 * LINE;
/** Where `increments` counts. */
export const COUNT = 5 * LINE;
const INSIDE = 6 * LINE;
/** Nobody ever notifies it: to wait for it is to sleep. */
const NEVER = 7 * LINE;

/** So many numbers are one piece of work, some ten microseconds. */
const BLOCK = 500;

const perhapsGil = (place: Place, isHeld: boolean): Gil | undefined => (isHeld ? new Gil(place.cells, GIL) : undefined);

/** The primes below `limit`, in one plain loop that knows of no other worker: what all others are compared with. */
export function primesAlone({ isStopped }: Place, { limit }: { readonly limit: number }): number {
  let found = 0;
  for (let from = 0; from < limit && !isStopped(); from += BLOCK) found += countPrimes(from, Math.min(limit, from + BLOCK));
  return found;
}

/** This worker's share of the primes below `limit`: whoever has nothing to do takes the next piece. */
export function primes(place: Place, { limit, gil: isHeld }: { readonly limit: number; readonly gil: boolean }): number {
  const gil = perhapsGil(place, isHeld);
  let found = 0;
  gil?.acquire();
  while (!place.isStopped()) {
    const from = Atomics.add(place.cells, NEXT, 1) * BLOCK;
    if (from >= limit) break;
    found += countPrimes(from, Math.min(limit, from + BLOCK));
    gil?.checkpoint();
  }
  gil?.release();
  return found;
}

/** This worker's share of `requests` that take `ms` each, during which there is nothing to compute. Returns how many were its own. */
export function waits(place: Place, { requests, ms, gil: isHeld }: { readonly requests: number; readonly ms: number; readonly gil: boolean }): number {
  const gil = perhapsGil(place, isHeld);
  const sleep = (): unknown => Atomics.wait(place.cells, NEVER, 0, ms);
  let done = 0;
  gil?.acquire();
  while (!place.isStopped() && Atomics.add(place.cells, NEXT, 1) < requests) {
    if (gil) gil.blocking(sleep);
    else sleep();
    done++;
  }
  gil?.release();
  return done;
}

export const ways = ['plain', 'atomic', 'lock'] as const;
/** How a shared number is made one more. */
export type Way = (typeof ways)[number];

/** Adds 1 to a shared number, `times` times. Returns how often this worker did. */
export function increments({ cells, isStopped }: Place, { way, times }: { readonly way: Way; readonly times: number }): number {
  const lock = new ParkingLock(cells, LOCK);
  let done = 0;
  while (done < times && !isStopped()) {
    const end = Math.min(times, done + 10_000);
    if (way === 'plain') for (; done < end; done++) cells[COUNT] = cells[COUNT]! + 1;
    else if (way === 'atomic') for (; done < end; done++) Atomics.add(cells, COUNT, 1);
    else
      for (; done < end; done++) {
        lock.lock();
        cells[COUNT] = cells[COUNT]! + 1;
        lock.unlock();
      }
  }
  return done;
}

export const lockKinds = ['spin', 'parking'] as const;
/** Whether those who wait for a lock keep asking, or sleep. */
export type LockKind = (typeof lockKinds)[number];

export interface Contention {
  readonly lock: LockKind;
  /** Turns of computing that a worker does inside the lock, and as many outside, each time. */
  readonly section: number;
  /** So many workers want the lock; the others compute for themselves. */
  readonly contenders: number;
  readonly ms: number;
}

export interface Contended {
  /** How often this worker was inside. */
  readonly entries: number;
  /** How often somebody else was inside as well: never, if the lock is one. */
  readonly intrusions: number;
  readonly looks: number;
  readonly parks: number;
  /** Turns of computing that a worker without the lock got done. */
  readonly turns: number;
}

/** Enters and leaves a lock for `ms`; or, beyond the contenders, computes for as long. */
export function contend(place: Place, { lock: kind, section, contenders, ms }: Contention): Contended {
  const end = place.now() + ms;
  return place.id < contenders ? enter(place, kind, section, end) : standBy(place, end);
}

/** So much computing between two looks at the clock. */
const BETWEEN_LOOKS = 2000;

function enter({ cells, now, isStopped }: Place, kind: LockKind, section: number, end: number): Contended {
  const lock = kind === 'spin' ? new SpinLock(cells, LOCK) : new ParkingLock(cells, LOCK);
  const batch = Math.max(1, Math.ceil(BETWEEN_LOOKS / (2 * section)));
  let [entries, intrusions] = [0, 0];
  while (now() < end && !isStopped()) {
    for (let i = 0; i < batch; i++) {
      lock.lock();
      // Plain reads and writes: only the lock keeps them apart.
      if (cells[INSIDE] !== 0) intrusions++;
      cells[INSIDE] = 1;
      keep(burn(section), cells);
      cells[COUNT] = cells[COUNT]! + 1;
      cells[INSIDE] = 0;
      lock.unlock();
      keep(burn(section), cells);
      entries++;
    }
  }
  const spent = lock instanceof SpinLock ? { looks: lock.looks, parks: 0 } : { looks: 0, parks: lock.parks };
  return { entries, intrusions, ...spent, turns: 0 };
}

function standBy({ cells, now, isStopped }: Place, end: number): Contended {
  let turns = 0;
  for (; now() < end && !isStopped(); turns += BETWEEN_LOOKS) keep(burn(BETWEEN_LOOKS), cells);
  return { entries: 0, intrusions: 0, looks: 0, parks: 0, turns };
}

/** Uses a value in a way that never happens, and of which no compiler can know. */
function keep(value: number, cells: Cells): void {
  if (value === 0.5) cells[NEVER] = value;
}

/** How many turns of `burn` this worker does in a millisecond. */
export function turnsPerMs({ cells, now, isStopped }: Place, { ms }: { readonly ms: number }): number {
  const start = now();
  let turns = 0;
  for (; now() < start + ms && !isStopped(); turns += BETWEEN_LOOKS) keep(burn(BETWEEN_LOOKS), cells);
  return turns / Math.max(now() - start, 0.001);
}

export const jobs = { primesAlone, primes, waits, increments, contend, turnsPerMs };
