/** Measurements as charts: the same for what was recorded and for what a reader measures. */
import type { Bar, Chart, Line, Plot, Tone } from '#charts';
import type { GilBound, Locks, LostUpdates, Measurement, SpeedUp, SpeedUpRow } from '#runtime/lab';
import { measured } from '#words';
import { lengthText, lockNames, quantile, wayNames } from './wording.ts';

const { charts: words } = measured;

/** Two of them stand beside each other on a page of 1280 pixels, and one in a column of prose. */
export const figureOptions = { width: 496, alsoNarrow: true };

export function chartsOf(measurement: Measurement): readonly Chart[] {
  switch (measurement.kind) {
    case 'speed-up':
      return [speedUpChart(measurement)];
    case 'gil':
      return [gilChart(measurement)];
    case 'lost-updates':
      return [lostChart(measurement), priceChart(measurement)];
    case 'locks':
      return [...contendedBy(measurement).map((workers) => locksChart(measurement, workers)), leftChart(measurement)];
  }
}

const byWorkers = (name: string, tone: Tone, rows: readonly SpeedUpRow[]): Line => ({
  name,
  tone,
  isSlope: true,
  points: rows.map(({ workers, speedUp }) => ({ x: workers, y: speedUp })),
});

function speedUpChart({ rows, cores }: SpeedUp): Plot {
  const ideal = rows.map(({ workers }) => ({ x: workers, y: Math.min(workers, cores) }));
  return {
    kind: 'plot',
    title: words.speedUp,
    unit: '×',
    across: { unit: words.workers },
    lines: [byWorkers(words.measured, 'go', rows), { name: words.atMost, tone: 'wait', isSlope: true, points: ideal }],
  };
}

function gilChart({ free, computing, waiting }: GilBound): Plot {
  return {
    kind: 'plot',
    title: words.gil,
    unit: '×',
    across: { unit: words.workers },
    lines: [byWorkers(words.waits, 'warm', waiting), byWorkers(words.noGil, 'go', free), byWorkers(words.gilLine, 'wait', computing)],
  };
}

function lostChart({ rows, additions }: LostUpdates): Chart {
  const share = (lost: number): number => (100 * lost) / additions;
  const bars = rows.flatMap(({ way, lost }): Bar[] => {
    const sorted = lost.toSorted((a, b) => a - b);
    if (way !== 'plain') return [{ name: wayNames[way], value: share(sorted.at(-1)!), tone: 'go' }];
    const five = [[words.least, 0], [words.lower, 0.25], [words.middle, 0.5], [words.upper, 0.75], [words.most, 1]] as const;
    return five.map(([name, at]) => ({ name, value: share(quantile(sorted, at)), tone: 'wrong' }));
  });
  return { kind: 'bars', title: words.lost, unit: '%', bars };
}

const priceChart = ({ rows }: LostUpdates): Chart => ({
  kind: 'bars',
  title: words.price,
  unit: 'ns',
  bars: rows.map(({ way, nsEach }) => ({ name: wayNames[way], value: nsEach.median, tone: way === 'plain' ? 'wrong' : 'go' })),
});

/** The numbers of workers of which more than one wants the lock. */
const contendedBy = ({ rows }: Locks): readonly number[] => [...new Set(rows.map(({ workers }) => workers))].filter((workers) => workers > 1);

function locksChart({ rows }: Locks, workers: number): Plot {
  const lengths = [...new Set(rows.map(({ sectionUs }) => sectionUs))];
  const line = (lock: keyof typeof lockNames, tone: Tone): Line => ({
    name: lockNames[lock],
    tone,
    isSlope: true,
    points: rows.filter((row) => row.workers === workers && row.lock === lock).map(({ sectionUs, timesAlone }) => ({ x: lengths.indexOf(sectionUs), y: timesAlone })),
  });
  return {
    kind: 'plot',
    title: words.contended(workers),
    unit: '×',
    across: { unit: words.inside, marks: lengths.map((us, x) => ({ x, name: lengthText(us) })) },
    lines: [line('parking', 'go'), line('spin', 'warm')],
  };
}

const leftChart = ({ left, eachSide }: Locks): Chart => ({
  kind: 'bars',
  title: words.left(eachSide),
  unit: '%',
  bars: left.map(({ beside, share }) => ({ name: lockNames[beside], value: 100 * share.median, tone: beside === 'parking' ? 'go' : 'warm' })),
});
