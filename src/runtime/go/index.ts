/** `happens-before/go`: Go's concurrency in TypeScript. */
export { go } from './go.ts';
export { chan, close, Chan } from './channel.ts';
export type { RecvChan, SendChan } from './directions.ts';
export { nil } from './nil-channel.ts';
export { select } from './select.ts';
export { otherwise, type SelectCase } from './select-case.ts';
export { Mutex } from './mutex.ts';
export { RWMutex } from './rw-mutex.ts';
export type { Locker } from './locker.ts';
/**
 * Numbers, flags and references that several tasks may read and change without a lock. What one of them wrote, whoever reads it sees,
 * together with all that was done before.
 *
 * Semantics mirrored: https://pkg.go.dev/sync/atomic (Go 1.27).
 */
export * as atomic from './atomic.ts';
/**
 * Cancellation, deadlines and values that go along with a call, from a parent to all that is started for it.
 *
 * Semantics mirrored: https://pkg.go.dev/context (Go 1.27).
 */
export * as context from './context.ts';
export { Cond } from './cond.ts';
/**
 * Goroutines that work on parts of one task: waits for all, gives the first error, and cancels the others.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/errgroup (x/sync at ec11c4a, 2026-11).
 */
export * as errgroup from './errgroup.ts';
/**
 * A semaphore whose holders take several units at once, and give up waiting when a context is done.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/semaphore (x/sync at ec11c4a, 2026-11).
 */
export * as semaphore from './semaphore.ts';
/**
 * Several calls for the same thing at the same time become one, and all get its result.
 *
 * Semantics mirrored: https://pkg.go.dev/golang.org/x/sync/singleflight (x/sync at ec11c4a, 2026-11).
 */
export * as singleflight from './singleflight.ts';
export { Once, onceFunc, onceValue } from './once.ts';
export { Pool } from './pool.ts';
export { SyncMap } from './sync-map.ts';
export { WaitGroup } from './wait-group.ts';
export { anyOf } from './any-of.ts';
export { panic, Panic } from './panic.ts';
export { deferred, type Defer, type Recover } from './deferred.ts';
export { GOMAXPROCS } from './max-procs.ts';
export { after, Millisecond, now, Second, sleep, work } from './time.ts';
export { afterFunc, newTimer, Timer } from './timer.ts';
export { newTicker, Ticker } from './ticker.ts';
