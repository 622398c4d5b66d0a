/** `happens-before/lambda` as a package: a Lambda account, simulated. In a `bubble` of `happens-before/testing` an hour of it takes no time. */
import './on-native.ts';
export * from '#runtime/lambda';
