/**
 * What can be locked and unlocked: a `Mutex`, an `RWMutex`, the read side of one. Go's `sync.Locker`.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#Locker (Go 1.27).
 *
 * @rules mutex
 * @example
 * async function guarded(l: Locker, body: () => void) {
 *   await l.lock();
 *   body();
 *   l.unlock();
 * }
 * const mu = new RWMutex();
 * await guarded(mu.rLocker(), () => {
 *   console.log(mu.tryRLock(), mu.tryLock()); // true false
 *   mu.rUnlock();
 * });
 */
export interface Locker {
  /** Waits until it is free, and takes it. */
  lock(): Promise<void>;
  /** Lets it go. Does not wait. */
  unlock(): void;
}
