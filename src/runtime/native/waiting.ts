import { Shared, type Operation, type TaskRef } from '#kernel';
import type { NativeTask } from './native-task.ts';

/** One place in one line. A place that was left still knows who came next, so that whoever goes along the line finds the way. */
export abstract class Place {
  abstract readonly waiting: Waiting;
  line: Line | undefined = undefined;
  before: Place | undefined = undefined;
  after: Place | undefined = undefined;
  isLeft = false;

  leave(): void {
    const { line, before, after } = this;
    if (this.isLeft || line === undefined) return;
    this.isLeft = true;
    if (before === undefined) line.first = after;
    else before.after = after;
    if (after === undefined) line.last = before;
    else after.before = before;
  }
}

/** Who counts those that wait. */
export interface Keeper {
  left(waiting: Waiting): void;
}

/** An operation that waits, and the promise that it owes. It is its own place in the first line that it joins. */
export class Waiting extends Place implements TaskRef {
  readonly keeper: Keeper;
  readonly operation: Operation<unknown>;
  /** The task that waits, as far as the host can tell. */
  readonly task: NativeTask;
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: unknown) => void;
  /** Its places in other lines. */
  others: Place[] | undefined = undefined;

  constructor(keeper: Keeper, operation: Operation<unknown>, task: NativeTask, resolve: (value: unknown) => void, reject: (reason: unknown) => void) {
    super();
    this.keeper = keeper;
    this.operation = operation;
    this.task = task;
    this.resolve = resolve;
    this.reject = reject;
  }

  get waiting(): this {
    return this;
  }

  get id(): number {
    return this.task.id;
  }

  get name(): string {
    return this.task.name;
  }

  /** Leaves all lines. */
  leaveAll(): void {
    this.leave();
    if (this.others !== undefined) for (const place of this.others) place.leave();
  }
}

/** The place of something that waits for several things at once. */
class OtherPlace extends Place {
  readonly waiting: Waiting;

  constructor(waiting: Waiting) {
    super();
    this.waiting = waiting;
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
    const place = waiting.line === undefined ? waiting : new OtherPlace(waiting);
    if (place !== waiting) (waiting.others ??= []).push(place);
    place.line = this;
    place.before = this.last;
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
