/** `happens-before/threading`: Python's threading, queue and concurrent.futures in TypeScript. */
export { currentThread, setExcepthook, Thread, type ThreadOptions } from './thread.ts';
export type { ExceptHookArgs } from './threads.ts';
export { Lock } from './lock.ts';
export { RLock } from './rlock.ts';
export { Condition } from './condition.ts';
export { Event } from './event.ts';
export { BoundedSemaphore, Semaphore } from './semaphore.ts';
export { Barrier } from './barrier.ts';
export { Timer } from './timer.ts';
export { local, type LocalConstructor } from './local.ts';
export { LifoQueue, PriorityQueue, Queue } from './queue.ts';
export { SimpleQueue } from './simple-queue.ts';
export { ThreadPoolExecutor, type ExecutorOptions, type ShutdownOptions } from './executor.ts';
export { Future } from './future.ts';
export { asCompleted, wait, type DoneAndNotDone, type ReturnWhen, type WaitOptions } from './futures.ts';
export { AttributeError, BrokenBarrierError, BrokenThreadPool, CancelledError, Empty, Full, InvalidStateError, RuntimeError, ShutDown, TimeoutError, ValueError } from './errors.ts';
export { ProgressBar, tqdm, type BarOptions } from './tqdm.ts';
export { sleep, work } from './time.ts';
