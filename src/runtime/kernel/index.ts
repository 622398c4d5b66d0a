/** The kernel: what primitives are written against, and the model that runs programs in any order. */
export * from './access.ts';
export { kernel, useByDefault, withKernel } from './ambient.ts';
export type { Detail, Kernel, SpawnOptions, Stamp, TaskHandle } from './kernel.ts';
export { Call, Operation, type Body, type Side, type TaskRef } from './operation.ts';
export { ABOUT, SHARED, Shared } from './shared.ts';
export { packPlace, unpackPlace, type Lowered, type Pos, type Reference, type Steps } from './lowered.ts';
export { Model, type Modules } from './model.ts';
export { Run } from './run.ts';
export { LimitReached, type Footprint, type RunOptions } from './run-options.ts';
export type { MemoryRace } from './memory.ts';
export { isTimer, plainOrder, type Candidate, type Choice, type Strategy } from './strategy.ts';
export { replaying, ReplayDivergedError } from './replay.ts';
export type { Task } from './task.ts';
