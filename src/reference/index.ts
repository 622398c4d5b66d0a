/** The reference of the library: what its docstrings say, as data. Reads files and the TypeScript compiler: for the build, scripts and tests. */
export type * from './types.ts';
export { claimsOf, importLine, isAsClaimed, programOf, type Claim, type EndClaim } from './examples.ts';
export { loadReference, REFERENCE_MODULES } from './load.ts';
export { findGaps } from './gaps.ts';
export { anchorOf, nameFinder } from './names.ts';
export { readRules, type RulesPage } from './rules.ts';
export type { DrawnDoc, DrawnEntry, DrawnMember, DrawnModule } from './draw.ts';
