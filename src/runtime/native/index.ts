/** The native kernel: the primitives on real promises and timers. */
export { NativeKernel } from './native-kernel.ts';
export { bubble, BubbleDeadlock, wait } from './bubble.ts';
export { leakCheck, LeakError } from './leaks.ts';
export type { Standstill } from './standstill.ts';
