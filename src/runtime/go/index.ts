/** `happens-before/go`: Go's concurrency in TypeScript. */
export { go } from './go.ts';
export { chan, close, Chan } from './channel.ts';
export { select } from './select.ts';
export { otherwise, type SelectCase } from './select-case.ts';
export { Mutex } from './mutex.ts';
export { RWMutex } from './rw-mutex.ts';
export type { Locker } from './locker.ts';
export * as atomic from './atomic.ts';
export * as context from './context.ts';
export { Cond } from './cond.ts';
export { Once, onceFunc, onceValue } from './once.ts';
export { WaitGroup } from './wait-group.ts';
export { panic, Panic } from './panic.ts';
export { after, Millisecond, now, Second, sleep, work } from './time.ts';
