/** The native kernel: the primitives on real promises and timers. */
export { NativeKernel } from './native-kernel.ts';
export { bubble, wait } from './bubble.ts';
export { leakCheck } from './leaks.ts';
