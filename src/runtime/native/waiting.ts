import { Shared, type Operation, type TaskRef } from '#kernel';

/** An operation that waits, and the promise that it owes. */
export class Waiting implements TaskRef {
  readonly operation: Operation<unknown>;
  /** The task that waits, as far as the host can tell. */
  readonly task: TaskRef;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Its places in the lines of what it waits for. */
  readonly places: Place[] = [];

  constructor(operation: Operation<unknown>, task: TaskRef, resolve: (value: unknown) => void, reject: (reason: unknown) => void) {
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
  leave(): void {
    for (const place of this.places) place.leave();
  }
}

/** One place in one line. A place that was left still knows who came next, so that whoever goes along the line finds the way. */
export class Place {
  readonly waiting: Waiting;
  readonly line: Line;
  before: Place | undefined;
  after: Place | undefined = undefined;
  isLeft = false;

  constructor(waiting: Waiting, line: Line) {
    this.waiting = waiting;
    this.line = line;
    this.before = line.last;
  }

  leave(): void {
    if (this.isLeft) return;
    this.isLeft = true;
    const { line, before, after } = this;
    if (before === undefined) line.first = after;
    else before.after = after;
    if (after === undefined) line.last = before;
    else after.before = before;
    if (line.first === undefined) line.kind = undefined;
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
    if (this.last === undefined) this.first = place;
    else this.last.after = place;
    this.last = place;
    waiting.places.push(place);
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
