/** The kernel: what primitives are written against, and the model that runs programs in any order. */
export * from './access.ts';
export { kernel, takeCharge, useByDefault, withKernel } from './ambient.ts';
export { borrowChance, EPOCH } from './globals.ts';
export type { Detail, Kernel, Mark, SpawnOptions, Stamp, TaskHandle } from './kernel.ts';
export { Call, Operation, ReadyOperation, type Body, type Side, type TaskRef } from './operation.ts';
export { ABOUT, SHARED, Shared } from './shared.ts';
export { packPlace, unpackPlace, type Lowered, type Pos, type Reference, type Steps } from './lowered.ts';
export { Model, type Modules } from './model.ts';
export { Run } from './run.ts';
export type { Footprint } from './footprint.ts';
export { ScheduleLog } from './schedule-log.ts';
export { Witness } from './witness.ts';
export { LimitReached, type RunOptions } from './run-options.ts';
export type { Signal } from './books.ts';
export type { MemoryRace } from './memory.ts';
export { isTimer, plainOrder, type Beginning, type Candidate, type Choice, type Strategy, type Taken } from './strategy.ts';
export { NotDeterministicError, replaying, ReplayDivergedError } from './replay.ts';
export type { Task } from './task.ts';
