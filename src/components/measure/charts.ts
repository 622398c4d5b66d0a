/** Measurements as charts: the same for what was recorded and for what a reader measures. */
import type { Bar, Chart, Line, Plot, Tone } from '#charts';
import type { GilBound, Locks, LostUpdates, Measurement, SpeedUp, SpeedUpRow } from '#runtime/lab';
import { lengthText, lockNames, quantile, wayNames } from './wording.ts';

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
    title: 'How many times as fast as one plain loop',
    unit: '×',
    across: { unit: 'workers' },
    lines: [byWorkers('measured', 'go', rows), { name: 'at most', tone: 'wait', isSlope: true, points: ideal }],
  };
}

function gilChart({ free, computing, waiting }: GilBound): Plot {
  return {
    kind: 'plot',
    title: 'How many times as fast as one worker that does the same',
    unit: '×',
    across: { unit: 'workers' },
    lines: [byWorkers('waits, GIL', 'warm', waiting), byWorkers('no GIL', 'go', free), byWorkers('GIL', 'wait', computing)],
  };
}

function lostChart({ rows, additions }: LostUpdates): Chart {
  const share = (lost: number): number => (100 * lost) / additions;
  const bars = rows.flatMap(({ way, lost }): Bar[] => {
    const sorted = lost.toSorted((a, b) => a - b);
    if (way !== 'plain') return [{ name: wayNames[way], value: share(sorted.at(-1)!), tone: 'go' }];
    const five = [['least', 0], ['lower quarter', 0.25], ['middle', 0.5], ['upper quarter', 0.75], ['most', 1]] as const;
    return five.map(([name, at]) => ({ name: `plain, ${name}`, value: share(quantile(sorted, at)), tone: 'wrong' }));
  });
  return { kind: 'bars', title: 'Additions that were lost, of all in a round', unit: '%', bars };
}

const priceChart = ({ rows }: LostUpdates): Chart => ({
  kind: 'bars',
  title: 'What one addition costs the whole crew, in nanoseconds',
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
    title: `${workers} workers: how often they are inside, in times of one worker alone`,
    unit: '×',
    across: { unit: 'inside', marks: lengths.map((us, x) => ({ x, name: lengthText(us) })) },
    lines: [line('parking', 'go'), line('spin', 'warm')],
  };
}

const leftChart = ({ left, eachSide }: Locks): Chart => ({
  kind: 'bars',
  title: `What ${eachSide} others get done meanwhile, of what they do where nobody wants the lock`,
  unit: '%',
  bars: left.map(({ beside, share }) => ({ name: lockNames[beside], value: 100 * share.median, tone: beside === 'parking' ? 'go' : 'warm' })),
});
