/** `happens-before/threading` as a package: Python's threading and queue on real promises and timers. */
import './on-native.ts';
export * from '#runtime/threading';
