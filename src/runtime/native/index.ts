/** The native kernel: the primitives on real promises and timers. */
export { NativeKernel } from './native-kernel.ts';
