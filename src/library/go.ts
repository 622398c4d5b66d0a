/** `happens-before/go` as a package: Go's concurrency on real promises and timers. */
import './on-native.ts';
export * from '#runtime/go';
