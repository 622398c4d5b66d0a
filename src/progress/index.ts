/** What a reader has solved and where they were: kept in the browser, taken along as a file. */
export type * from './types.ts';
export { commandFor, fromFile, toFile, type Reading } from './file.ts';
export { clear, isProgressKey, keepHelp, keepPlace, keepSolved, merge, notKept, readHelp, readProgress, readSolved, type Kept } from './store.ts';
export { encodeRun, linkPrefix, longestFragment, readRun, type LinkProblem, type LinkReading, type SharedRun } from './shared-run.ts';
