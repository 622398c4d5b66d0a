/** Every order of a program, and what happened in each. */
export type * from './types.ts';
export { DEFAULT_MAX_RUNS, endsBadly, explore, runOptions } from './explore.ts';
export { Search } from './dpor.ts';
export { NotDeterministicError } from '#kernel';
export { begin, type Subject } from './subject.ts';
export { replay } from './replay.ts';
