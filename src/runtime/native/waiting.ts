import { Shared, type Operation, type TaskRef } from '#kernel';
import type { NativeTask } from './native-task.ts';

/** One place in one line. A place that was left still knows who came next, so that whoever goes along the line finds the way. */
export class Place {
  readonly waiting: Waiting;
  /** Another place of the one that waits here, in another line. */
  readonly other: Place | undefined;
  readonly #line: Line;
  before: Place | undefined;
  after: Place | undefined = undefined;
  isLeft = false;

  constructor(waiting: Waiting, line: Line) {
    this.waiting = waiting;
    this.other = waiting.place;
    this.#line = line;
    this.before = line.last;
  }

  leave(): void {
    if (this.isLeft) return;
    const { before, after } = this;
    this.isLeft = true;
    if (before === undefined) this.#line.first = after;
    else before.after = after;
    if (after === undefined) this.#line.last = before;
    else after.before = before;
  }
}

/** Who counts those that wait. */
export interface Keeper {
  left(waiting: Waiting): void;
}

/** An operation that waits, and the promise that it owes. */
export class Waiting implements TaskRef {
  readonly keeper: Keeper;
  readonly operation: Operation<unknown>;
  /** The task that waits, as far as the host can tell. */
  readonly task: NativeTask;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Its place in the line that it joined last. Who is found by a partner stands in none. */
  place: Place | undefined = undefined;

  constructor(keeper: Keeper, operation: Operation<unknown>, task: NativeTask, resolve: (value: unknown) => void, reject: (reason: unknown) => void) {
    this.keeper = keeper;
    this.operation = operation;
    this.task = task;
    this.resolve = resolve;
    this.reject = reject;
  }

  get id(): number {
    return this.task.id;
  }

  get name(): string {
    return this.task.name;
  }

  /** Leaves all lines. */
  leaveAll(): void {
    for (let { place } = this; place !== undefined; place = place.other) place.leave();
  }
}

/** Those who wait for one thing, in the order in which they came. Doubly linked: most leave from the front, and any may leave from the middle. */
export class Line {
  first: Place | undefined = undefined;
  last: Place | undefined = undefined;
  /** The class of all who wait here, if one is as good to ask as another. */
  kind: Function | 'mixed' | undefined = undefined;
  /** Somebody goes along the line now. */
  isServed = false;
  /** What they wait for changed meanwhile. */
  hasChanged = false;

  add(waiting: Waiting): void {
    const { operation } = waiting;
    const kind = operation.waitsLikeOthers ? operation.constructor : 'mixed';
    if (this.first === undefined) this.kind = kind;
    else if (this.kind !== kind) this.kind = 'mixed';
    const place = new Place(waiting, this);
    waiting.place = place;
    if (this.last === undefined) this.first = place;
    else this.last.after = place;
    this.last = place;
  }
}

/** A resource of the native kernel: it knows who waits for it. */
export class NativeShared extends Shared {
  #line: Line | undefined;

  /** Those who wait for it, if anybody ever did. */
  get line(): Line | undefined {
    return this.#line;
  }

  join(waiting: Waiting): void {
    (this.#line ??= new Line()).add(waiting);
  }
}
