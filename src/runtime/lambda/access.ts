import type { Access } from '#kernel';

/**
 * How the operations on one function depend on each other: requests that arrive take environments, ends give them back. Two ends can
 * be swapped and nobody can tell.
 */
export const ARRIVE: Access = { bit: 1, after: 15, races: 15 };
export const END: Access = { bit: 2, after: 1 | 4 | 8, races: 1 | 4 | 8 };
export const CONFIGURE: Access = { bit: 4, after: 31, races: 31 };
/** The moment at which an invocation is out of time, whether or not it still runs. */
export const TIME_OUT: Access = { bit: 8, after: 15, races: 15 };
/** An event goes into the function's queue, or leaves it: only who looks at the figures can tell the order. */
export const QUEUE: Access = { bit: 16, after: 4, races: 4 };

/**
 * The same for the pool that the functions without a reservation share. It is a counter: while there is room for two, two requests that
 * get in can be swapped. The one that takes the last unit cannot, as the other would then have been turned away. Two loads can.
 */
export const ENTER: Access = { bit: 1, after: 2 | 4 | 8 | 16 | 32, races: 2 | 4 | 8 | 16 | 32 };
export const LEAVE: Access = { bit: 2, after: 1 | 4 | 8 | 16 | 32, races: 1 | 4 | 8 | 16 | 32 };
export const TURNED_AWAY: Access = { bit: 4, after: 1 | 2 | 8 | 16 | 32, races: 1 | 2 | 8 | 16 | 32 };
export const RESIZE: Access = { bit: 8, after: 63, races: 63 };
export const ENTER_LAST: Access = { bit: 16, after: 63, races: 63 };
export const LOAD: Access = { bit: 32, after: 31, races: 31 };
