/** The sandbox for programs of strangers on a machine of one's own: isolated by more than the language, and killed from outside. */
export { runBatch, type BatchOptions } from './node-batch.ts';
export { findBoundary, type Boundary } from './node-boundary.ts';
