import { ABOUT, kernel, refTo, SHARED, type Access, type Body, type Shared, type Stamp, type TaskRef } from '#kernel';
import type { Locker } from './locker.ts';
import { Panic } from './panic.ts';
import {
  LOOK_FOR_ALL, LOOK_FOR_WRITER, NO_READER, NO_WRITER, READER_IN, READER_OUT, READER_OUT_FOR_OTHER, TRY_READER_IN, TRY_WRITER_COMES, TRY_WRITER_IN, WRITER_COMES, WRITER_IN, WRITER_OUT,
} from './rw-mutex-access.ts';
import { ReadOperation, WriterComes, WriterEnters } from './rw-mutex-operations.ts';

/**
 * A lock that many readers hold together, or one writer alone. It is not re-entrant, neither for reading nor for writing, and a
 * reader cannot become a writer.
 *
 * A writer that waits goes before readers that come later: from the moment it waits, `rLock` waits too. So a task that calls `rLock`
 * twice can wait for a writer that waits for it.
 *
 * Order: an `unlock` happens before every later `rLock` and `lock` returns; an `rUnlock` happens before every later `lock` returns.
 * Readers are not ordered among themselves.
 *
 * Semantics mirrored: https://pkg.go.dev/sync#RWMutex (Go 1.27). When a writer lets go, readers that wait and the next writer may
 * come in either order: who waits here may, in another order, come an instant later. The explorer tries each.
 *
 * @rules rwmutex
 * @example
 * const prices = new Map([['tea', 3]]);
 * const mu = new RWMutex();
 * go(async () => {
 *   await mu.lock();
 *   prices.set('tea', 4);
 *   mu.unlock();
 * });
 * await mu.rLock();
 * console.log(prices.get('tea')); // 3 or 4
 * mu.rUnlock();
 */
export class RWMutex implements Locker {
  /** @internal */
  readonly [SHARED]: Shared = kernel().shared('rwmutex');
  /** Tasks that hold it for reading, with how often. Below zero: they let others' go. */
  readonly #readers = new Map<number, { readonly task: TaskRef; count: number }>();
  #readerCount = 0;
  /** Some task let another's read lock go: from here on, to hold one does not mean to have one. */
  #isMixedUp = false;
  /** The writer that has come. */
  #writer: TaskRef | undefined;
  #isWriting = false;
  #writtenAt: Stamp | undefined;
  #readAt: Stamp | undefined;
  #readSide: Locker | undefined;

  /** Comes as a writer: waits until no other writer is there, keeps later readers out, and waits until the readers inside have left. */
  lock(): Promise<void> {
    return kernel().run(write(this), 'lock');
  }

  /** Holds the lock for writing if nobody holds it in any way, and says whether it worked. Never waits. */
  tryLock(): boolean {
    if (this.#writer !== undefined || this.#readerCount > 0) return this.#failed('tryLock', LOOK_FOR_ALL);
    this.comeAsWriter(TRY_WRITER_COMES);
    this.enterAsWriter(TRY_WRITER_IN);
    return true;
  }

  /**
   * Lets go of what `lock` took. Any task may do it. Does not wait.
   *
   * @throws Panic "sync: Unlock of unlocked RWMutex" if no writer holds it. Go ends the program with this, and it cannot be recovered.
   */
  unlock(): void {
    const k = kernel();
    if (!this.#isWriting) {
      k.touch(this[SHARED], NO_WRITER);
      throw new Panic('sync: Unlock of unlocked RWMutex');
    }
    k.touch(this[SHARED], WRITER_OUT);
    this.#isWriting = false;
    this.#writer = undefined;
    k.did('unlock', this[SHARED]);
    this.#writtenAt = k.release();
    k.changed(this[SHARED]);
  }

  /** Waits until no writer is there, neither inside nor waiting, then holds the lock together with other readers. */
  rLock(): Promise<void> {
    return kernel().submit(new ReadOperation(this));
  }

  /** Holds the lock for reading if no writer is there, and says whether it worked. Never waits. */
  tryRLock(): boolean {
    if (this.#writer !== undefined) return this.#failed('tryRLock', LOOK_FOR_WRITER);
    this.enterAsReader(TRY_READER_IN);
    return true;
  }

  /**
   * Lets go of one read lock. Any task may do it. Does not wait.
   *
   * @throws Panic "sync: RUnlock of unlocked RWMutex" if no reader holds it. Go ends the program with this, and it cannot be recovered.
   */
  rUnlock(): void {
    const k = kernel();
    if (this.#readerCount === 0) {
      k.touch(this[SHARED], NO_READER);
      throw new Panic('sync: RUnlock of unlocked RWMutex');
    }
    const access = this.#leaving();
    this.#isMixedUp ||= access === READER_OUT_FOR_OTHER;
    k.touch(this[SHARED], access);
    this.#readerCount--;
    this.#count(-1);
    k.did('rUnlock', this[SHARED]);
    this.#readAt = k.release(this.#readAt);
    k.changed(this[SHARED]);
  }

  /** The read side as a lock of its own: its `lock` is `rLock`, its `unlock` is `rUnlock`. */
  rLocker(): Locker {
    return (this.#readSide ??= new ReadSide(this));
  }

  /** @internal */
  hasWriter(): boolean {
    return this.#writer !== undefined;
  }

  /** @internal */
  hasReaders(): boolean {
    return this.#readerCount > 0;
  }

  /** @internal The writer that has come, whether it has the lock or waits for it. */
  writer(): TaskRef | undefined {
    return this.#writer;
  }

  /** @internal That writer has got in. */
  isWriterIn(): boolean {
    return this.#isWriting;
  }

  /** @internal The one task that holds a read lock, if it is one. */
  onlyReader(): TaskRef | undefined {
    if (this.#isMixedUp) return undefined;
    const inside = [...this.#readers.values()].filter(({ count }) => count > 0);
    return inside.length === 1 ? inside[0]?.task : undefined;
  }

  /** @internal */
  comeAsWriter(access: Access = WRITER_COMES): void {
    const k = kernel();
    k.touch(this[SHARED], access);
    this.#writer = refTo(k.current());
    if (this.#readerCount > 0) k.did('announce', this[SHARED], { note: 'new readers wait' });
  }

  /** @internal */
  enterAsWriter(access: Access = WRITER_IN): void {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.acquire(this.#writtenAt);
    k.acquire(this.#readAt);
    this.#readAt = undefined;
    this.#isWriting = true;
    k.did('lock', this[SHARED]);
  }

  /** @internal */
  enterAsReader(access: Access = READER_IN): void {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.acquire(this.#writtenAt);
    this.#readerCount++;
    this.#count(1);
    k.did('rLock', this[SHARED]);
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    switch (method) {
      case 'unlock': return { verb: 'unlock', access: WRITER_OUT };
      case 'rUnlock': return { verb: 'rUnlock', access: this.#leaving() };
      case 'tryLock': return { verb: 'tryLock', access: TRY_WRITER_COMES };
      case 'tryRLock': return { verb: 'tryRLock', access: TRY_READER_IN };
      default: return undefined;
    }
  }

  #failed(verb: string, access: Access): false {
    const k = kernel();
    k.touch(this[SHARED], access);
    k.did(verb, this[SHARED], { note: 'failed' });
    return false;
  }

  /** What an `rUnlock` by the current task is. */
  #leaving(): Access {
    const own = this.#readers.get(kernel().current().id)?.count ?? 0;
    return own > 0 && !this.#isMixedUp ? READER_OUT : READER_OUT_FOR_OTHER;
  }

  #count(change: 1 | -1): void {
    const task = refTo(kernel().current());
    const entry = this.#readers.get(task.id);
    if (entry === undefined) this.#readers.set(task.id, { task, count: change });
    else entry.count += change;
  }
}

/** What `rLocker` returns. */
export class ReadSide implements Locker {
  /** @internal */
  readonly [SHARED]: Shared;
  readonly #mutex: RWMutex;

  constructor(mutex: RWMutex) {
    this.#mutex = mutex;
    this[SHARED] = mutex[SHARED];
  }

  lock(): Promise<void> {
    return this.#mutex.rLock();
  }

  unlock(): void {
    this.#mutex.rUnlock();
  }

  /** @internal */
  [ABOUT](method: PropertyKey): { verb: string; access: Access } | undefined {
    return method === 'unlock' ? this.#mutex[ABOUT]('rUnlock') : undefined;
  }
}

function* write(mutex: RWMutex): Body<void> {
  yield new WriterComes(mutex);
  yield new WriterEnters(mutex);
}

// A program gets objects of it.
