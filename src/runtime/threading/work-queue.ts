import { printThrown } from '#base';
import { kernel, Operation, ReadyOperation, type Access, type Shared, type Stamp } from '#kernel';
import { BrokenThreadPool } from './errors.ts';
import type { Future } from './future.ts';

/** A call that is to be made, and who is told of its end. */
export interface Work {
  readonly future: Future<any>;
  readonly fn: (...args: never[]) => unknown;
  readonly args: readonly unknown[];
  readonly stamp: Stamp | undefined;
}

/**
 * Bits: 1 adds work and looks for idle workers, 2 finds no work and becomes idle, 4 goes on after waiting, 8 shuts down, 16 takes work
 * that is there. Work that is taken is tied to where it was added by a stamp.
 */
export const SUBMIT: Access = { bit: 1, after: 1 | 2 | 8, races: 1 | 2 | 8 };
const NONE: Access = { bit: 2, after: 1 | 2 | 4 | 8 | 16, races: 1 | 2 | 4 | 8 | 16 };
const WAKE: Access = { bit: 4, after: 2 | 4 | 8 | 16, races: 2 | 4 | 8 | 16 };
const SHUT: Access = { bit: 8, after: 1 | 2 | 4 | 8 | 16, races: 1 | 2 | 4 | 8 | 16 };
const TAKE: Access = { bit: 16, after: 1 | 2 | 4 | 8 | 16, races: 1 | 2 | 4 | 8 | 16 };

/** The work of a pool that nobody does yet, and how many workers wait for some. */
export class WorkQueue {
  readonly shared: Shared = kernel().shared('queue');
  readonly #work: Work[] = [];
  #idle = 0;
  #shutAt: Stamp | undefined;
  isShut = false;
  /** An initializer failed. */
  isBroken = false;

  /** Before it is asked whether it is shut. */
  look(): void {
    kernel().touch(this.shared, SUBMIT);
    if (this.isShut) kernel().acquire(this.#shutAt);
  }

  /** True: no idle worker is there for it. */
  add(work: Omit<Work, 'stamp'>): boolean {
    const k = kernel();
    k.did('submit', this.shared);
    this.#work.push({ ...work, stamp: k.release() });
    k.changed(this.shared);
    if (this.#idle === 0) return true;
    this.#idle--;
    return false;
  }

  /** Work for the current worker; 'none' if there is none yet, in which case it counts as idle; undefined if there will be none. */
  take(): Work | 'none' | undefined {
    kernel().touch(this.shared, this.#work.length > 0 ? TAKE : NONE);
    const work = this.#shift();
    if (work !== undefined || this.isShut) return work;
    this.#idle++;
    return 'none';
  }

  /** The same for a worker that waited. */
  wake(): Work | undefined {
    kernel().touch(this.shared, WAKE);
    return this.#shift();
  }

  canGoOn(): boolean {
    return this.#work.length > 0 || this.isShut;
  }

  /** Returns what is not begun, if `isCancelling`. */
  shut(isCancelling: boolean): readonly Work[] {
    const k = kernel();
    k.touch(this.shared, SHUT);
    k.did('shutdown', this.shared);
    this.isShut = true;
    this.#shutAt = k.release(this.#shutAt);
    k.changed(this.shared);
    return isCancelling ? this.#work.splice(0) : [];
  }

  /** An initializer failed: nothing is done any more. */
  breakDown(error: unknown): void {
    kernel().print('Exception in initializer:');
    kernel().print(printThrown(error));
    this.isBroken = true;
    for (const { future } of this.shut(true)) if (!future.hasEnded()) future.setException(new BrokenThreadPool('A thread initializer failed, the thread pool is not usable anymore'));
  }

  #shift(): Work | undefined {
    const k = kernel();
    const work = this.#work.shift();
    k.acquire(work === undefined ? this.#shutAt : work.stamp);
    return work;
  }
}

/** What a worker does between two calls. */
export class TakeWork extends ReadyOperation<Work | 'none' | undefined> {
  readonly verb = 'take';
  readonly reason = 'ready';
  readonly resource: Shared;
  readonly #queue: WorkQueue;

  constructor(queue: WorkQueue) {
    super();
    this.#queue = queue;
    this.resource = queue.shared;
  }

  perform(): Work | 'none' | undefined {
    return this.#queue.take();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, TAKE);
    touch(this.resource, NONE);
  }
}

/** Shuts a pool down; see `WorkQueue.shut`. */
export class ShutOperation extends ReadyOperation<readonly Work[]> {
  readonly verb = 'shutdown';
  readonly reason = 'ready';
  readonly resource: Shared;
  readonly #queue: WorkQueue;
  readonly #isCancelling: boolean;

  constructor(queue: WorkQueue, isCancelling: boolean) {
    super();
    this.#queue = queue;
    this.#isCancelling = isCancelling;
    this.resource = queue.shared;
  }

  perform(): readonly Work[] {
    return this.#queue.shut(this.#isCancelling);
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, SHUT);
  }
}

/** A worker that found nothing waits for work. */
export class AwaitWork extends Operation<Work | undefined> {
  readonly verb = 'take';
  readonly reason = 'idle worker';
  readonly resource: Shared;
  readonly #queue: WorkQueue;

  constructor(queue: WorkQueue) {
    super();
    this.#queue = queue;
    this.resource = queue.shared;
  }

  ways(): number {
    return this.#queue.canGoOn() ? 1 : 0;
  }

  perform(): Work | undefined {
    return this.#queue.wake();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WAKE);
  }
}
