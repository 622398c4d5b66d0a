import type { Access } from '#kernel';

/**
 * What the operations on an `RWMutex` have to do with one another. Readers commute with readers; a reader that leaves does not
 * notice a writer that comes, as a writer's `lock` is two steps: it comes, and then it waits for the readers to leave.
 *
 * Bits: 1 reader in, 2 reader out, 4 writer comes, 8 writer has it, 16 writer out, 32 failed `tryLock`, 64 failed `tryRLock`,
 * 128 reader out by a task that holds no read lock, 256 `rUnlock` without a reader, 512 `unlock` without a writer.
 */
export const READER_IN: Access = { bit: 1, after: 4 | 16 | 32 | 128 | 256, races: 4 | 32 | 128 | 256 };
/** By a task that holds a read lock: there is a reader, whatever others do. */
export const READER_OUT: Access = { bit: 2, after: 32 | 128 | 256, races: 32 | 128 | 256 };
/** By another task: had it come before that lock, there would have been no reader to let go. From then on nobody is sure of his own. */
export const READER_OUT_FOR_OTHER: Access = { bit: 128, after: 1 | 2 | 32 | 128 | 256, races: 1 | 2 | 32 | 128 | 256 };
export const WRITER_COMES: Access = { bit: 4, after: 1 | 4 | 16 | 32 | 64, races: 1 | 4 | 32 | 64 };
export const WRITER_IN: Access = { bit: 8, after: 2 | 4 | 128 | 512, races: 512 };
export const WRITER_OUT: Access = { bit: 16, after: 4 | 8 | 16 | 32 | 64 | 512, races: 4 | 8 | 32 | 64 | 512 };

/** A `tryRLock` that worked: before the writer had left it would have failed. */
export const TRY_READER_IN: Access = { ...READER_IN, races: READER_IN.after };
/** A `tryLock` that worked: it would have failed at any time when somebody was in. It comes and has it in one step. */
export const TRY_WRITER_COMES: Access = { bit: 4, after: 1 | 2 | 4 | 16 | 32 | 64 | 128, races: 1 | 2 | 4 | 16 | 32 | 64 | 128 };
export const TRY_WRITER_IN: Access = { ...WRITER_IN, races: 512 };

/** A `tryLock` that failed: it looked for readers and writers. */
export const LOOK_FOR_ALL: Access = { bit: 32, after: 1 | 2 | 4 | 16 | 128, races: 1 | 2 | 4 | 16 | 128 };
/** A `tryRLock` that failed: it looked for writers. */
export const LOOK_FOR_WRITER: Access = { bit: 64, after: 4 | 16, races: 4 | 16 };
export const NO_READER: Access = { bit: 256, after: 1 | 2 | 128, races: 1 | 2 | 128 };
export const NO_WRITER: Access = { bit: 512, after: 8 | 16, races: 8 | 16 };
