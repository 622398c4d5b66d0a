import type { Access } from '#kernel';

/**
 * What the operations on a `Condition` have to do with one another. All but the last two are done under its lock, which orders them
 * already, unless it is a `Lock` that somebody else holds.
 *
 * Bits: 1 joins or leaves the line, 2 notifies somebody, 4 notifies nobody, 8 is woken, 16 runs out of time.
 */
export const LINE: Access = { bit: 1, after: 1 | 2 | 4, races: 1 | 2 | 4 };
export const NOTIFY: Access = { bit: 2, after: 1 | 2 | 4 | 16, races: 1 | 2 | 4 | 16 };
/** It is lost: had somebody waited by then, or had an earlier one left somebody, it would have woken a thread. */
export const UNHEARD: Access = { bit: 4, after: 1 | 2, races: 1 | 2 };
/** Only who woke the thread has to come before, and the thread's stamp says who. Others who notify have nothing to do with it. */
export const WOKEN: Access = { bit: 8, after: 0, races: 0 };
/** Looked, and was not woken. */
export const NOT_WOKEN: Access = { bit: 16, after: 2, races: 2 };
