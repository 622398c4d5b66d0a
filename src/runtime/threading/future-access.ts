import type { Access } from '#kernel';

/**
 * What the operations on a `Future` have to do with one another.
 *
 * Bits: 1 begins to run, 2 is cancelled, 4 is finished, 8 looks, 16 waits for the end, 32 asks to be called back, 64 comes too late
 * to cancel, 128 comes across one that was cancelled, 256 would end what has ended. Who waits does not wait for the last two.
 */
const ALL = 1 | 2 | 4 | 8 | 32 | 64 | 128 | 256;
export const RUN: Access = { bit: 1, after: ALL & ~32, races: ALL & ~32 };
export const CANCEL: Access = { bit: 2, after: 1 | 2 | 8 | 32 | 256, races: 1 | 2 | 8 | 32 | 256 };
export const FINISH: Access = { bit: 4, after: ALL, races: ALL };
export const NOTICE: Access = { bit: 128, after: ALL, races: ALL };
/** A second `cancel` and a second end change nothing, but could have come first. */
export const LATE: Access = { bit: 256, after: ALL, races: ALL };
export const LOOK: Access = { bit: 8, after: 1 | 2 | 4 | 128 | 256, races: 1 | 2 | 4 | 128 | 256 };
/** The result is there as soon as it is cancelled; for `wait` and `asCompleted`, it has to be come across. */
export const AWAIT: Access = { bit: 16, after: 2 | 4, races: 0 };
export const AWAIT_NOTICED: Access = { bit: 16, after: 2 | 4 | 128, races: 0 };
export const CALL_BACK: Access = { bit: 32, after: ALL & ~1 & ~8, races: ALL & ~1 & ~8 };
/** It runs, or has ended: a `cancel` does nothing to it, but could have come before; and then it would have had to do with who asks to be called back. */
export const NOT_CANCELLED: Access = { bit: 64, after: ALL & ~2 & ~8 & ~64, races: ALL & ~2 & ~8 & ~64 };
