import { ADD, DONE_OWN, kernel, Operation, WAIT, type Access, type Shared, type Stamp } from '#kernel';

/**
 * What the account has taken over and not finished: events in its queues, records in its streams. Counted like the tasks of a group, so
 * that a program can wait until there is none.
 */
export class Work {
  readonly shared: Shared = kernel().shared('other', { name: 'work of the account' });
  #count = 0;
  #doneAt: Stamp | undefined;

  get isDone(): boolean {
    return this.#count === 0;
  }

  begin(n = 1): void {
    if (n === 0) return;
    kernel().touch(this.shared, ADD);
    this.#count += n;
  }

  /** Only what was begun before can be finished, so that ends and beginnings can be swapped. */
  finish(n = 1): void {
    if (n === 0) return;
    this.report();
    this.#count -= n;
    if (this.#count === 0) kernel().changed(this.shared);
  }

  /** What was done so far happens before the end of a wait for all work, also if nothing is finished by it: an attempt that failed. */
  report(): void {
    const k = kernel();
    k.touch(this.shared, DONE_OWN);
    this.#doneAt = k.release(this.#doneAt);
  }

  /** The accesses of a step that may begin and finish work. */
  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.shared, ADD);
    touch(this.shared, DONE_OWN);
  }

  passed(): void {
    const k = kernel();
    k.touch(this.shared, WAIT);
    k.acquire(this.#doneAt);
    k.did('drain', this.shared, { note: 'nothing is left to do' });
  }
}

/** Waits until the account has nothing left to do. */
export class DrainOperation extends Operation<void> {
  readonly verb = 'drain';
  readonly reason = 'drain';
  readonly resource: Shared;
  readonly #work: Work;

  constructor(work: Work) {
    super();
    this.#work = work;
    this.resource = work.shared;
  }

  ways(): number {
    return this.#work.isDone ? 1 : 0;
  }

  perform(): void {
    this.#work.passed();
  }

  intend(touch: (resource: Shared, access: Access) => void): void {
    touch(this.resource, WAIT);
  }
}
