import type { Figures, Measured } from '#trace';
import { charts } from '#words';
import { ageChart, concurrencyChart, costChart, countsChart, depthChart, latencyChart } from './lambda.ts';
import type { Chart, Plot } from './types.ts';

/** The plots there are. Authors name them so. */
export const plotNames = ['concurrency', 'counts', 'latency', 'cost', 'depth', 'age', 'iteratorAge'] as const;
export type PlotName = (typeof plotNames)[number];

const TITLES: Readonly<Record<PlotName, string>> = charts.titles;

/**
 * The plots of what was measured in a run: of `names` those for which there are figures, in that order. What a measurement lacks counts as
 * zero: it may come from outside.
 */
export function chartsOf(measured: Measured, names: readonly PlotName[] = plotNames): Chart[] {
  return names.flatMap((name) => {
    const chart = chartOf(`${measured.name}: ${TITLES[name]}`, measured, name);
    return chart === undefined ? [] : [chart];
  });
}

function chartOf(title: string, { series, numbers }: Measured, name: PlotName): Chart | undefined {
  const { concurrency = [], counts = [], backlog = [], iteratorAges = [] } = series;
  const { latency, cost } = numbers;
  switch (name) {
    case 'concurrency': return concurrency.length === 0 ? undefined : concurrencyChart(title, concurrency.map((point) => read(point, ['at', 'initializing', 'onDemand', 'provisioned'])));
    case 'counts': return counts.length === 0 ? undefined : countsChart(title, counts.map((point) => read(point, ['at', 'coldStarts', 'throttles', 'errors'])));
    case 'latency': return latency === undefined || latency['count'] === 0 ? undefined : latencyChart(title, read(latency, ['average', 'p50', 'p95', 'p99', 'max']));
    case 'cost': return cost === undefined ? undefined : costChart(title, read(cost, ['requests', 'duration', 'provisioned', 'provisionedDuration', 'storage', 'snapshotCache', 'snapshotRestore']));
    case 'depth': return backlog.length === 0 ? undefined : depthChart(title, backlog.map((point) => ({ ...read(point, ['at', 'waiting', 'inFlight']), oldest: point['oldest'] })));
    case 'age': return backlog.length === 0 ? undefined : ageChart(title, backlog.map((point) => ({ ...read(point, ['at', 'waiting', 'inFlight']), oldest: point['oldest'] })));
    case 'iteratorAge': return iteratorAges.length === 0 ? undefined : iteratorAgeChart(title, iteratorAges);
  }
}

const iteratorAgeChart = (title: string, ages: readonly Figures[]): Plot => ({
  kind: 'plot', title, unit: 'ms',
  lines: [{ name: charts.lines.age, tone: 'wait', points: ages.map((point) => ({ x: point['at'] ?? 0, y: point['age'] ?? 0 })) }],
});

const read = <K extends string>(figures: Figures, names: readonly K[]): Readonly<Record<K, number>> =>
  Object.fromEntries(names.map((name) => [name, figures[name] ?? 0])) as Record<K, number>;
