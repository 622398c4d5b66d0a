/** `happens-before/testing`: for tests of what stands on real promises and timers. */
export { bubble, leakCheck, wait } from '#runtime/native';
export { BubbleDeadlock, LeakError, type Standstill } from '#runtime/synctest/errors';
