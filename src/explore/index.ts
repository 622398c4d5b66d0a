/** Every order of a program, and what happened in each. */
export type * from './types.ts';
export { DEFAULT_MAX_RUNS, explore, runOptions } from './explore.ts';
export { endsBadly } from './ends-badly.ts';
export { reaches } from './goal.ts';
export { stand } from './standing.ts';
export { Search } from './dpor.ts';
export { NotDeterministicError } from '#kernel';
export { begin, type Subject } from './subject.ts';
export { replay } from './replay.ts';
