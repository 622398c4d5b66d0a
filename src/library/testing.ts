/** `happens-before/testing`: for tests of what stands on real promises and timers. */
export { bubble, BubbleDeadlock, leakCheck, LeakError, wait, type Standstill } from '#runtime/native';
