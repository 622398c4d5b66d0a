/** Every order of a program, and what happened in each. */
export type * from './types.ts';
export { DEFAULT_MAX_RUNS, endsBadly, explore, runOptions } from './explore.ts';
export { Search, NotDeterministicError } from './dpor.ts';
export { begin, type Subject } from './subject.ts';
export { replay } from './replay.ts';
