/** `happens-before/threading`: Python's threading and queue in TypeScript. */
export { currentThread, Thread, type ThreadOptions } from './thread.ts';
export { Lock, ThreadError } from './lock.ts';
export { Empty, Full, Queue } from './queue.ts';
export { sleep, work } from './time.ts';
