import type { Access } from '#kernel';

/**
 * What the operations on a `Cond` have to do with one another. A signal that woke somebody woke the first in line: who joins the line
 * after it, or before it at the end, makes no difference. Two signals that found nobody commute.
 *
 * Bits: 1 join the line, 2 signal, 4 broadcast, 8 signal or broadcast that found nobody, 16 woken.
 */
export const JOIN: Access = { bit: 1, after: 1 | 4 | 8, races: 1 | 4 | 8 };
export const SIGNAL: Access = { bit: 2, after: 1 | 2 | 4 | 8, races: 1 | 2 | 4 | 8 };
export const BROADCAST: Access = { bit: 4, after: 1 | 2 | 4 | 8, races: 1 | 2 | 4 | 8 };
/** It is lost: had somebody waited by then, or had an earlier signal left somebody, it would have woken a task. */
export const UNHEARD_SIGNAL: Access = { bit: 8, after: 1 | 2 | 4, races: 1 | 2 | 4 };
/** Only who woke the task has to come before, and the task's stamp says who. Other signals have nothing to do with it. */
export const WOKEN: Access = { bit: 16, after: 0, races: 0 };
