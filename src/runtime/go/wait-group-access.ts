import { ADD, WAIT, type Access } from '#kernel';

/**
 * Go's race detector is told that the `Add` which raises the counter from zero reads a word of the WaitGroup, and that the first `Wait`
 * which finds it raised writes that word: one of them that does not know of the other is a race, two of the same kind are none. Which `Wait` is the first
 * is a matter of the order, so here each may be.
 *
 * Source: src/sync/waitgroup.go, the calls of `race.Read` and `race.Write`.
 */
export const FIRST_ADD: Access = { ...ADD, memory: 'read' };
export const LATE_WAIT: Access = { ...WAIT, memory: 'write' };
