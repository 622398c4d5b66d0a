import type { Access } from '#kernel';

/**
 * How the operations on one function depend on each other: requests that arrive take environments, ends give them back. Two ends can
 * be swapped and nobody can tell.
 */
export const ARRIVE: Access = { bit: 1, after: 7, races: 7 };
export const END: Access = { bit: 2, after: 1 | 4, races: 1 | 4 };
export const CONFIGURE: Access = { bit: 4, after: 7, races: 7 };

/**
 * The same for the pool that the functions without a reservation share. It is a counter: two requests that both got in can be
 * swapped. One that was turned away could have got in earlier or later.
 */
export const ENTER: Access = { bit: 1, after: 2 | 4 | 8, races: 2 | 4 | 8 };
export const LEAVE: Access = { bit: 2, after: 1 | 4 | 8, races: 1 | 4 | 8 };
export const TURNED_AWAY: Access = { bit: 4, after: 1 | 2 | 8, races: 1 | 2 | 8 };
export const RESIZE: Access = { bit: 8, after: 15, races: 15 };
