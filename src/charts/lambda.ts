import { charts } from '#words';
import type { Bars, Line, Plot, Point } from './types.ts';

/** What the charts of an account are made of. The shapes are those of the account's metrics; any object that has them will do. */
interface Concurrency {
  readonly at: number;
  readonly initializing: number;
  readonly onDemand: number;
  readonly provisioned: number;
}

interface Counts {
  readonly at: number;
  readonly coldStarts: number;
  readonly throttles: number;
  readonly errors: number;
}

interface Backlog {
  readonly at: number;
  readonly waiting: number;
  readonly inFlight: number;
  readonly oldest: number | undefined;
}

interface Latency {
  readonly average: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

interface Cost {
  readonly requests: number;
  readonly duration: number;
  readonly provisioned: number;
  readonly provisionedDuration: number;
  readonly storage: number;
  readonly snapshotCache: number;
  readonly snapshotRestore: number;
}

const { lines: words, units } = charts;

/** `of` as points over time. */
const over = <T extends { readonly at: number }>(series: readonly T[], of: (point: T) => number): Point[] => series.map((point) => ({ x: point.at, y: of(point) }));

/** How many requests were in which state. */
export function concurrencyChart(title: string, series: readonly Concurrency[]): Plot {
  const lines: Line[] = [
    { name: words.provisioned, tone: 'warm', points: over(series, ({ provisioned }) => provisioned) },
    { name: words.onDemand, tone: 'go', points: over(series, ({ onDemand }) => onDemand) },
    { name: words.initializing, tone: 'wait', points: over(series, ({ initializing }) => initializing) },
  ];
  return { kind: 'plot', title, unit: units.requests, isStacked: true, lines };
}

/** Cold starts, throttles and errors so far. */
export function countsChart(title: string, series: readonly Counts[]): Plot {
  const lines: Line[] = [
    { name: words.coldStarts, tone: 'wait', points: over(series, ({ coldStarts }) => coldStarts) },
    { name: words.throttles, tone: 'wrong', points: over(series, ({ throttles }) => throttles) },
    { name: words.errors, tone: 'go', points: over(series, ({ errors }) => errors) },
  ];
  return { kind: 'plot', title, unit: units.requests, lines };
}

/** How many wait in a queue, and how many are in flight. */
export function depthChart(title: string, series: readonly Backlog[]): Plot {
  const lines: Line[] = [
    { name: words.waiting, tone: 'wait', points: over(series, ({ waiting }) => waiting) },
    { name: words.inFlight, tone: 'go', points: over(series, ({ inFlight }) => inFlight) },
  ];
  return { kind: 'plot', title, unit: units.messages, lines };
}

/** How old the oldest in a queue is: it grows until somebody takes it. */
export function ageChart(title: string, series: readonly Backlog[]): Plot {
  const points = series.flatMap(({ at, oldest }, i): Point[] => {
    const before = series[i - 1]?.oldest;
    const until = before === undefined ? [] : [{ x: at, y: at - before }];
    return [...until, { x: at, y: oldest === undefined ? 0 : at - oldest }];
  });
  return { kind: 'plot', title, unit: 'ms', lines: [{ name: words.oldest, tone: 'wait', points, isSlope: true }] };
}

/** Percentiles of a time. */
export function latencyChart(title: string, { average, p50, p95, p99, max }: Latency): Bars {
  const bars = [[words.average, average], ['p50', p50], ['p95', p95], ['p99', p99], [words.longest, max]] as const;
  return { kind: 'bars', title, unit: 'ms', bars: bars.map(([name, value]) => ({ name, value, tone: 'go' })) };
}

/** What a bill is made of, without what is zero. */
export function costChart(title: string, { requests, duration, provisioned, provisionedDuration, storage, snapshotCache, snapshotRestore }: Cost): Bars {
  const bars = [[words.requests, requests], [words.duration, duration], [words.keptWarm, provisioned], [words.workWhenWarm, provisionedDuration], ['/tmp', storage], [words.snapshotsKept, snapshotCache], [words.restored, snapshotRestore]] as const;
  return { kind: 'bars', title, unit: '$', bars: bars.filter(([, value]) => value > 0).map(([name, value]) => ({ name, value, tone: 'go' })) };
}
