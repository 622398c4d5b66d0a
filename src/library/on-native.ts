import { useByDefault } from '#kernel';
import { NativeKernel } from '#runtime/native';

// What a package does that a course does not: outside any model run, the primitives stand on real promises and timers.
useByDefault(() => new NativeKernel());
