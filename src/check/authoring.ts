/** `happens-before/check`: what the check file of an exercise imports. */
export type { FailureKind } from './types.ts';
export { check, type CheckSpec, type Limit, type Mistake, type Scene } from './spec.ts';
