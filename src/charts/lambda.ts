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
}

/** `of` as points over time. */
const over = <T extends { readonly at: number }>(series: readonly T[], of: (point: T) => number): Point[] => series.map((point) => ({ x: point.at, y: of(point) }));

/** How many requests were in which state. */
export function concurrencyChart(title: string, series: readonly Concurrency[]): Plot {
  const lines: Line[] = [
    { name: 'provisioned', tone: 'warm', points: over(series, ({ provisioned }) => provisioned) },
    { name: 'on demand', tone: 'go', points: over(series, ({ onDemand }) => onDemand) },
    { name: 'initialising', tone: 'wait', points: over(series, ({ initializing }) => initializing) },
  ];
  return { kind: 'plot', title, unit: 'requests', isStacked: true, lines };
}

/** Cold starts, throttles and errors so far. */
export function countsChart(title: string, series: readonly Counts[]): Plot {
  const lines: Line[] = [
    { name: 'cold starts', tone: 'wait', points: over(series, ({ coldStarts }) => coldStarts) },
    { name: 'throttles', tone: 'wrong', points: over(series, ({ throttles }) => throttles) },
    { name: 'errors', tone: 'go', points: over(series, ({ errors }) => errors) },
  ];
  return { kind: 'plot', title, unit: 'requests', lines };
}

/** How many wait in a queue, and how many are in flight. */
export function depthChart(title: string, series: readonly Backlog[]): Plot {
  const lines: Line[] = [
    { name: 'waiting', tone: 'wait', points: over(series, ({ waiting }) => waiting) },
    { name: 'in flight', tone: 'go', points: over(series, ({ inFlight }) => inFlight) },
  ];
  return { kind: 'plot', title, unit: 'messages', lines };
}

/** How old the oldest in a queue is: it grows until somebody takes it. */
export function ageChart(title: string, series: readonly Backlog[]): Plot {
  const points = series.flatMap(({ at, oldest }, i): Point[] => {
    const before = series[i - 1]?.oldest;
    const until = before === undefined ? [] : [{ x: at, y: at - before }];
    return [...until, { x: at, y: oldest === undefined ? 0 : at - oldest }];
  });
  return { kind: 'plot', title, unit: 'ms', lines: [{ name: 'oldest', tone: 'wait', points, isSlope: true }] };
}

/** Percentiles of a time. */
export function latencyChart(title: string, { average, p50, p95, p99, max }: Latency): Bars {
  const bars = [['average', average], ['p50', p50], ['p95', p95], ['p99', p99], ['longest', max]] as const;
  return { kind: 'bars', title, unit: 'ms', bars: bars.map(([name, value]) => ({ name, value, tone: 'go' })) };
}

/** What a bill is made of, without what is zero. */
export function costChart(title: string, { requests, duration, provisioned, provisionedDuration, storage }: Cost): Bars {
  const bars = [['requests', requests], ['duration', duration], ['kept warm', provisioned], ['work when warm', provisionedDuration], ['/tmp', storage]] as const;
  return { kind: 'bars', title, unit: '$', bars: bars.filter(([, value]) => value > 0).map(([name, value]) => ({ name, value, tone: 'go' })) };
}
