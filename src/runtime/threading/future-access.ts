import type { Access } from '#kernel';

/**
 * What the operations on a `Future` have to do with one another.
 *
 * Bits: 1 begins to run, 2 is cancelled, 4 is finished, 8 looks, 16 waits for the end, 32 asks to be called back, 64 comes too late
 * to cancel.
 */
export const RUN: Access = { bit: 1, after: 1 | 2 | 4 | 8 | 64, races: 1 | 2 | 4 | 8 | 64 };
export const CANCEL: Access = { bit: 2, after: 1 | 2 | 8 | 32, races: 1 | 2 | 8 | 32 };
export const FINISH: Access = { bit: 4, after: 1 | 2 | 4 | 8 | 32 | 64, races: 1 | 2 | 4 | 8 | 32 | 64 };
export const LOOK: Access = { bit: 8, after: 1 | 2 | 4, races: 1 | 2 | 4 };
export const AWAIT: Access = { bit: 16, after: 2 | 4, races: 0 };
export const CALL_BACK: Access = { bit: 32, after: 2 | 4 | 32, races: 2 | 4 | 32 };
/** It runs, or has ended: a `cancel` does nothing to it, but could have come before. */
export const NOT_CANCELLED: Access = { bit: 64, after: 1 | 4, races: 1 | 4 };
