import type { BacklogPoint } from './backlog.ts';
import type { ThrottleReason } from './constants.ts';

/** Milliseconds over all invocations. A percentile is the smallest value that so many of them do not exceed. */
export interface Statistic {
  readonly count: number;
  readonly average: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** How many requests were in which state from `at` (milliseconds) on, until the next point. */
export interface ConcurrencyPoint {
  readonly at: number;
  /** In a cold start. */
  readonly initializing: number;
  /** In environments that were made on demand, and are ready. */
  readonly onDemand: number;
  /** In provisioned environments. */
  readonly provisioned: number;
}

/** Totals at `at` (milliseconds). */
export interface CountPoint {
  readonly at: number;
  readonly coldStarts: number;
  readonly throttles: number;
  readonly errors: number;
}

/**
 * What was measured. With a capital: as CloudWatch names it (Lambda metrics, DG monitoring-metrics-types, 2026-11; InitDuration is a
 * field of the REPORT line in the log). Without: what only the model can see.
 */
export interface Metrics {
  /** Requests that ran. Those that were turned away are not among them. */
  readonly Invocations: number;
  /** Invocations whose handler threw or ran out of time. */
  readonly Errors: number;
  /** Requests that were turned away. */
  readonly Throttles: number;
  /** The most that ran at one instant. */
  readonly ConcurrentExecutions: number;
  readonly ProvisionedConcurrencyInvocations: number;
  /** Invocations of an alias with provisioned environments that got none of these. */
  readonly ProvisionedConcurrencySpilloverInvocations: number;
  /** Without the init phase. */
  readonly Duration: Statistic;
  /** Of cold starts only. */
  readonly InitDuration: Statistic;
  /** All requests: `Invocations` and `Throttles`. */
  readonly requests: number;
  readonly coldStarts: number;
  /** What callers waited, init phase included. Of invocations only. */
  readonly latency: Statistic;
  readonly throttledBecause: Readonly<Partial<Record<ThrottleReason, number>>>;
  /** Concurrency over time: one point for each change. */
  readonly series: readonly ConcurrencyPoint[];
  /** How many there had been by each time: one point for each instant at which one was added. */
  readonly counts: readonly CountPoint[];
}

/** What was measured of the events whose senders do not wait. As CloudWatch names it: DG monitoring-metrics-types, 2026-11. */
export interface AsyncMetrics {
  readonly AsyncEventsReceived: number;
  /** Milliseconds from the arrival of an event in the queue to each attempt. */
  readonly AsyncEventAge: Statistic;
  /** Events that were given up, and that nobody was told of. */
  readonly AsyncEventsDropped: number;
  /** Events that were not handled because they came out of a loop. */
  readonly RecursiveInvocationsDropped: number;
  /** Events that the dead-letter queue did not take. */
  readonly DeadLetterErrors: number;
  /** Records that a destination did not take. */
  readonly DestinationDeliveryFailures: number;
  /** The function's queue over time. */
  readonly queue: readonly BacklogPoint[];
}

/** What was measured of the records of streams. */
export interface StreamMetrics {
  /** Milliseconds: how old the last record of each batch was when the function got it. */
  readonly IteratorAge: Statistic;
  /** The same over time, one point for each batch. */
  readonly iteratorAges: readonly { readonly at: number; readonly age: number }[];
  /** Records that were given up. */
  readonly droppedRecords: number;
}

/** All that is measured of a function. */
export interface FunctionMetrics extends Metrics, AsyncMetrics, StreamMetrics {}

/** Sums up `values`, which it may reorder. */
export function statistic(values: readonly number[]): Statistic {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  const sum = sorted.reduce((total, value) => total + value, 0);
  return { count: sorted.length, average: sorted.length === 0 ? 0 : sum / sorted.length, p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? 0 };
}
