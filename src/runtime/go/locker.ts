/** What can be locked and unlocked: a `Mutex`, an `RWMutex`, the read side of one. Go's `sync.Locker`. */
export interface Locker {
  lock(): Promise<void>;
  unlock(): void;
}
