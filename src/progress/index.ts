/** What a reader has solved and where they were: kept in the browser, taken along as a file. */
export type * from './types.ts';
export { commandFor, fromFile, toFile, type Reading } from './file.ts';
export { clear, isProgressKey, keepHelp, keepPlace, keepSolved, keepTried, merge, readHelp, readProgress, readSolved, readUnsolved, type Kept } from './store.ts';
export { fileNameFor, handInWords, toHandIn, type HandIn } from './hand-in.ts';
export { encodeRun, isAstray, linkPrefix, longestFragment, readRun, type LinkProblem, type LinkReading, type SharedRun } from './shared-run.ts';
