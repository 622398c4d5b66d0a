import { Operation, SHARED, type Access, type Shared, type TaskRef } from '#kernel';
import { READER_IN, WRITER_COMES, WRITER_IN } from './rw-mutex-access.ts';
import type { RWMutex } from './rw-mutex.ts';

abstract class RWMutexOperation extends Operation<void> {
  abstract readonly access: Access;
  readonly resource: Shared;
  protected readonly mutex: RWMutex;

  constructor(mutex: RWMutex) {
    super();
    this.mutex = mutex;
    this.resource = mutex[SHARED];
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, this.access);
  }

  override get waitsLikeOthers(): boolean {
    return true;
  }
}

/** `await mu.rLock()`. A writer that only waits keeps it out as well. */
export class ReadOperation extends RWMutexOperation {
  readonly verb = 'rLock';
  readonly reason = 'sync.RWMutex.RLock';
  readonly access = READER_IN;

  ways(): number {
    return this.mutex.hasWriter() ? 0 : 1;
  }

  perform(): void {
    this.mutex.enterAsReader();
  }

  override holder(): TaskRef | undefined {
    return this.mutex.writer();
  }

  override get isBehind(): boolean {
    return !this.mutex.isWriterIn();
  }
}

/**
 * The first half of `await mu.lock()`: the writer is seen from now on. A step of its own even if nobody is inside, so that
 * it makes no difference whether a reader leaves before or after it.
 */
export class WriterComes extends RWMutexOperation {
  readonly verb = 'lock';
  /** Writers keep one another out by a plain mutex inside; Go says so in a goroutine's header. */
  readonly reason = 'sync.Mutex.Lock';
  readonly access = WRITER_COMES;

  ways(): number {
    return this.mutex.hasWriter() ? 0 : 1;
  }

  perform(): void {
    this.mutex.comeAsWriter();
  }

  override holder(): TaskRef | undefined {
    return this.mutex.writer();
  }

  override get isBehind(): boolean {
    return !this.mutex.isWriterIn();
  }
}

/** The second half: the readers that were inside have left. */
export class WriterEnters extends RWMutexOperation {
  readonly verb = 'lock';
  readonly reason = 'sync.RWMutex.Lock';
  readonly access = WRITER_IN;

  ways(): number {
    return this.mutex.hasReaders() ? 0 : 1;
  }

  perform(): void {
    this.mutex.enterAsWriter();
  }

  override holder(): TaskRef | undefined {
    return this.mutex.onlyReader();
  }
}
