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
  /** Earlier operations that might have gone another way, had this one come before: they do not depend on each other. */
  readonly enables?: number;
  /** It failed because of earlier operations of these kinds, which would have failed in its place: one that sleeps is woken by any of them. */
  readonly contests?: number;
}

/**
 * In cooperative mode, what a task does at once and what it has to wait for end their steps at different places, and it finds out
 * which in the step before. So there an operation is ordered with everything that is done to its resource, before it and after.
 */
export const TURN: Access = { bit: 1 << 30, after: -1, races: -1 };

export const dependent = (a: Access, b: Access): boolean => (a.after & b.bit) !== 0 || (b.after & a.bit) !== 0;

/** Plain variables and properties. */
export const READ: Access = { bit: 1, after: 2, races: 2, memory: 'read' };
export const WRITE: Access = { bit: 2, after: 3, races: 3, memory: 'write' };

/** Locks of every sort that one task holds at a time. */
export const LOCK: Access = { bit: 1, after: 15, races: 1 | 4 | 8 };
export const UNLOCK: Access = { bit: 2, after: 15, races: 1 | 4 | 8 };
/** A `tryLock` that worked: it could have come earlier and failed. */
export const TRY_LOCK: Access = { bit: 1, after: 15, races: 15 };
/** A `tryLock` that failed, or `locked()`: it looked, and changed nothing. */
export const LOOK: Access = { bit: 4, after: 11, races: 11 };
/** An unlock of an unlocked lock. */
export const UNLOCK_FREE: Access = { bit: 8, after: 15, races: 15 };

/**
 * Queues: channels, `queue.Queue`. Sends and receives are tied one to one by stamps, so they are not listed against each other, except
 * where one of them would have done something else, rather than wait (`TRY_…`).
 *
 * Bits: 1 send, 2 receive, 4 close, 8 length, 16 receive at the end, 32 failed, 64 default instead of a send, 128 default instead of a
 * receive, 256 another case instead of a send, 512 another case instead of a receive, 1024 meeting,
 * 2048 another case where there was a default.
 */
export const SEND: Access = { bit: 1, after: 1 | 8 | 64 | 128, races: 1 | 4 | 8 | 64 | 128, enables: 512 | 2048 };
export const RECEIVE: Access = { bit: 2, after: 2 | 8 | 64 | 128, races: 2 | 8 | 64 | 128, enables: 256 | 2048 };
/** A send or receive that would have done something else, rather than wait, had it come earlier. */
export const TRY_SEND: Access = { bit: 1, after: 1 | 2 | 8 | 64 | 128, races: 1 | 2 | 4 | 8 | 64 | 128, enables: 512 | 2048 };
export const TRY_RECEIVE: Access = { bit: 2, after: 1 | 2 | 8 | 64 | 128, races: 1 | 2 | 8 | 64 | 128, enables: 256 | 2048 };
export const CLOSE: Access = { bit: 4, after: 1 | 4 | 64 | 128 | 1024, races: 1 | 64 | 128 | 1024, enables: 256 | 512 };
/** A look at the length. */
export const PEEK: Access = { bit: 8, after: 1 | 2, races: 1 | 2 };
/** A receive that found the channel closed and empty. */
export const RECEIVE_CLOSED: Access = { bit: 16, after: 1 | 2 | 4, races: 2 };
/** The same where it would have done something else, rather than wait, before the close. */
export const TRY_RECEIVE_CLOSED: Access = { bit: 16, after: 1 | 2 | 4, races: 2 | 4 };
/** A send or close that failed because the channel is closed. It could have come before. */
export const FAILED: Access = { bit: 32, after: 1 | 4, races: 4 };
/** A `select` took its default: it found no room, or no value, and no end. */
export const DEFAULT_SEND: Access = { bit: 64, after: 1 | 2 | 4, races: 1 | 2 | 4 };
export const DEFAULT_RECEIVE: Access = { bit: 128, after: 1 | 2 | 4, races: 1 | 2 | 4 };
/** A `select` took another case. It saw nothing of this channel; but what comes later could have let it go on here. */
export const INSTEAD_SEND: Access = { bit: 256, after: 0, races: 0 };
export const INSTEAD_RECEIVE: Access = { bit: 512, after: 0, races: 0 };
/** The same where a default would have been taken, had there been no room, or no value, for the case that was not. */
export const INSTEAD_TRY: Access = { bit: 2048, after: 0, races: 0 };
/** A value went from hand to hand over an unbuffered channel. Between two tasks, it concerns nobody else but who closes. */
export const MEET: Access = { bit: 1024, after: 0, races: 0 };

/** Counters that tasks wait for: WaitGroup, task counts. Two `done`s commute. */
export const ADD: Access = { bit: 1, after: 2 | 4 | 8, races: 2 | 4 | 8 };
export const DONE: Access = { bit: 2, after: 1 | 8, races: 1 | 8 };
/** A `done` for which an `add` came before its task was started: it cannot meet zero, so it commutes with every other `add`. */
export const DONE_OWN: Access = { bit: 16, after: 8, races: 8 };
export const WAIT: Access = { bit: 4, after: 1 | 2 | 16, races: 1 };
/** The counter would have gone below zero. It stays as it is, so a `wait` does not notice. */
export const NEGATIVE: Access = { bit: 8, after: 1 | 2 | 8 | 16, races: 1 | 2 | 8 | 16, contests: 2 | 16 };

/**
 * A value that is settled once and then awaited: promises, the end of a task.
 *
 * Bits: 1 settled, or bound to follow another, 2 awaited, 4 looked at, 8 settled too late, 16 asked for a call, 32 asked as a part of `all`,
 * 64 fulfilled, 128 rejected, 256 asked as a part of `any`.
 */
export const SETTLE: Access = { bit: 1, after: 1 | 4 | 64 | 128, races: 1 | 4 | 64 | 128 };
export const FULFIL: Access = { bit: 64, after: 1 | 4 | 16 | 64 | 128 | 256, races: 1 | 4 | 16 | 64 | 128 | 256 };
export const REJECT: Access = { bit: 128, after: 1 | 4 | 16 | 32 | 64 | 128, races: 1 | 4 | 16 | 32 | 64 | 128 };
export const AWAIT: Access = { bit: 2, after: 1 | 64 | 128, races: 0 };
/** A look at whether it is settled, which does not wait. */
export const LOOK_SETTLED: Access = { bit: 4, after: 1 | 64 | 128, races: 1 | 64 | 128 };
/** A settling that came too late and changed nothing: who awaits does not depend on it. It could have come first. */
export const SETTLE_LATE: Access = { bit: 8, after: 1 | 64 | 128, races: 1 | 64 | 128 };
/** Somebody wants to be called in the step that settles it, after those who asked before. */
export const ASK: Access = { bit: 16, after: 16 | 32 | 64 | 128 | 256, races: 16 | 32 | 64 | 128 | 256 };
/** The same for a part of `all`: that it is fulfilled may come before or after, as long as nothing is rejected. */
export const ASK_ALL: Access = { bit: 32, after: 16 | 32 | 128 | 256, races: 16 | 32 | 128 | 256 };
export const ASK_ANY: Access = { bit: 256, after: 16 | 32 | 64 | 256, races: 16 | 32 | 64 | 256 };

/** What is asked of an async generator, and what comes of it: one thing after another. */
export const SERVE: Access = { bit: 1, after: 1, races: 1 };

/** Printed lines. `LAST` is the end of the program, after which nothing is seen any more: `main` returned, or a task crashed. */
export const PRINT: Access = { bit: 1, after: 3, races: 3 };
export const LAST: Access = { bit: 2, after: 15, races: 15 };
/** A promise was rejected while nobody asked about it: the program's end tells the first of them. */
export const UNHEARD: Access = { bit: 4, after: 6, races: 6 };
/** What is another matter after the end of the program: a task begins for which the end waits; somebody asks about a promise, or about one that is rejected. */
export const BEFORE_END: Access = { bit: 8, after: 2, races: 2 };

/**
 * The virtual clock. Bits: 1 look at it, 2 move it forward, 4 wake at a time to which another has moved it, 8 work, which takes its time whoever is due.
 * A later alarm waits for an earlier one; work waits for none, and two who work do not mind who is first.
 */
export const NOW: Access = { bit: 1, after: 2 | 8, races: 2 | 8 };
export const ADVANCE: Access = { bit: 2, after: 1 | 2 | 4 | 8, races: 1 | 8 };
/** Had this one come first, it would have moved the clock, and who looked before would have seen it. */
export const ON_TIME: Access = { bit: 4, after: 2 | 8, races: 8, enables: 1 };
export const WORK: Access = { bit: 8, after: 1 | 2 | 4, races: 1 | 2 | 4 };

/** Virtual cores: taking one and giving it back, setting and asking how many there are. */
export const TAKE: Access = { bit: 1, after: 1 | 2 | 4, races: 1 | 4 };
export const GIVE: Access = { bit: 2, after: 1 | 4, races: 4 };
export const SET_CORES: Access = { bit: 4, after: 1 | 2 | 4 | 8, races: 1 | 2 | 4 | 8 };
export const ASK_CORES: Access = { bit: 8, after: 4, races: 4 };
