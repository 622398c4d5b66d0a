/**
 * How one operation on a resource relates to earlier operations on the same resource.
 *
 * Each kind of operation of a primitive has a bit. `after` holds the bits of those earlier operations on which this one
 * depends: it happens after them. `races` ⊆ `after` holds those that could also have come later: the pairs whose order the
 * explorer must try both ways. An unlock is in `after` of a lock but not in `races`: a lock waits for it, and cannot overtake it.
 */
export interface Access {
  readonly bit: number;
  readonly after: number;
  readonly races: number;
  /** Plain memory, so that two unordered accesses are a data race. */
  readonly memory?: 'read' | 'write';
}

export const dependent = (a: Access, b: Access): boolean => (a.after & b.bit) !== 0 || (b.after & a.bit) !== 0;

/** Plain variables and properties. */
export const READ: Access = { bit: 1, after: 2, races: 2, memory: 'read' };
export const WRITE: Access = { bit: 2, after: 3, races: 3, memory: 'write' };

/** Locks of every sort that one task holds at a time. */
export const LOCK: Access = { bit: 1, after: 15, races: 1 | 4 | 8 };
export const UNLOCK: Access = { bit: 2, after: 15, races: 1 | 4 | 8 };
/** A `tryLock` that failed, or `locked()`: it looked, and changed nothing. */
export const LOOK: Access = { bit: 4, after: 11, races: 11 };
/** An unlock of an unlocked lock. */
export const UNLOCK_FREE: Access = { bit: 8, after: 15, races: 15 };

/** Queues: channels, `queue.Queue`. Sends and receives are tied one to one by stamps, so they are not listed against each other. */
export const SEND: Access = { bit: 1, after: 1 | 4 | 8 | 16, races: 1 | 4 | 8 };
export const RECEIVE: Access = { bit: 2, after: 2 | 8 | 16, races: 2 | 8 };
export const CLOSE: Access = { bit: 4, after: 1 | 4 | 8 | 16, races: 1 | 4 | 8 };
/** A look at the length, or a `select` that took its default because the channel was not ready. */
export const PEEK: Access = { bit: 8, after: 1 | 2 | 4 | 16, races: 1 | 2 | 4 | 16 };
/** A receive that found the channel closed and empty. */
export const RECEIVE_CLOSED: Access = { bit: 16, after: 1 | 2 | 4, races: 2 };

/** Counters that tasks wait for: WaitGroup, task counts. Two `done`s commute. */
export const ADD: Access = { bit: 1, after: 2 | 4 | 8, races: 2 | 4 | 8 };
export const DONE: Access = { bit: 2, after: 1 | 8, races: 1 | 8 };
export const WAIT: Access = { bit: 4, after: 1 | 2 | 8, races: 1 };
/** The counter went below zero. */
export const NEGATIVE: Access = { bit: 8, after: 15, races: 15 };

/** A value that is settled once and then awaited: promises, the end of a task. */
export const SETTLE: Access = { bit: 1, after: 1, races: 1 };
export const AWAIT: Access = { bit: 2, after: 1, races: 0 };

/** Printed lines. `LAST` is the end of the program, after which nothing is seen any more. */
export const PRINT: Access = { bit: 1, after: 3, races: 3 };
export const LAST: Access = { bit: 2, after: 1, races: 1 };

/** The virtual clock: looking at it, and moving it forward. */
export const NOW: Access = { bit: 1, after: 2, races: 2 };
export const ADVANCE: Access = { bit: 2, after: 3, races: 1 };

/** Virtual cores: taking one and giving it back. */
export const TAKE: Access = { bit: 1, after: 3, races: 1 };
export const GIVE: Access = { bit: 2, after: 1, races: 0 };
