/** The engine's doorway. */
export type * from './types.ts';
export { handle, type HandleOptions } from './handle.ts';
export { hideMarks } from './hide-marks.ts';
export { load, type Loaded, type Loading } from './load.ts';
export { sharedObjects } from './modules.ts';
export { sameEverywhere } from './same-everywhere.ts';
