/** For tests: the same programs on the native kernel. */
export { onBothKernels } from './on-both-kernels.ts';
export { runNatively, type NativeOutcome } from './run-natively.ts';
