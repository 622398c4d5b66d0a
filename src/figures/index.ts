/** Figures that are stepped through: models of what a trace cannot show, and what each of their steps looks like. */
export type { Board, Cell, Group, Line } from './board.ts';
export { runQueues } from './scheduler/run-queues.ts';
export { stackGrowth } from './stack/growth.ts';
