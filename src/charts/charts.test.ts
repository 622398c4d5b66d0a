import { describe, expect, it } from 'vitest';
import { handle, type Reply } from '#engine';
import { ageChart, concurrencyChart, costChart, countsChart, depthChart, latencyChart, rowsOf, toFigure, toSvg, toTable, toText } from './index.ts';
import { ticks, timeText, valueText } from './scale.ts';
import { thin, valueAt } from './thin.ts';
import type { Chart, Point } from './types.ts';

const concurrency = [
  { at: 0, initializing: 2, onDemand: 0, provisioned: 1 },
  { at: 1000, initializing: 0, onDemand: 2, provisioned: 1 },
  { at: 3000, initializing: 0, onDemand: 0, provisioned: 0 },
];

describe('scales', () => {
  it('axes are marked in steps that people count in, up to the first that covers everything', () => {
    expect(ticks(7, 4, false)).toEqual([0, 2, 4, 6, 8]);
    expect(ticks(100, 4, false)).toEqual([0, 50, 100]);
    expect(ticks(0.003, 3, false)).toEqual([0, 0.001, 0.002, 0.003]);
    expect(ticks(180_000, 6, true)).toEqual([0, 30_000, 60_000, 90_000, 120_000, 150_000, 180_000]);
    expect(ticks(172_800_000, 2, true).length).toBe(3);
  });

  it('times and values are written with the unit that fits', () => {
    expect([0, 1, 999, 1500, 90_000, 7_200_000, 172_800_000].map(timeText)).toEqual(['0 ms', '1 ms', '999 ms', '1.5 s', '1.5 min', '2 h', '2 d']);
    expect([valueText(0.000_001_23, '$'), valueText(12.345, '$'), valueText(1234, 'requests'), valueText(0, '$')]).toEqual(['$0.0000012', '$12.3', '1,234', '$0']);
  });
});

describe('lines', () => {
  it('a value stays until the next point; on a slope it grows', () => {
    const points = [{ x: 10, y: 1 }, { x: 20, y: 3 }];
    expect([0, 10, 15, 20, 99].map((x) => valueAt({ name: '', tone: 'go', points }, x))).toEqual([0, 1, 1, 3, 3]);
    expect([0, 10, 15, 20].map((x) => valueAt({ name: '', tone: 'go', points, isSlope: true }, x))).toEqual([0, 1, 2, 3]);
  });

  it('however many points there are, a picture stays small and no peak is lost', () => {
    const many: Point[] = Array.from({ length: 100_000 }, (_, x) => ({ x, y: x === 54_321 ? 1000 : x % 7 }));
    const kept = thin(many, 100_000, 400);
    expect(kept.length).toBeLessThanOrEqual(1600);
    expect(Math.max(...kept.map(({ y }) => y))).toBe(1000);
    expect(kept).toEqual(kept.toSorted((a, b) => a.x - b.x));
  });
});

describe('pictures', () => {
  it('states are stacked, so that the upper edge is all concurrency', () => {
    const svg = toSvg(concurrencyChart('x', concurrency));
    // Four marks for 0 to 3 requests; the top of the stack reaches the uppermost.
    const heights = [...svg.matchAll(/class="grid" d="M56 ([\d.]+)/g)].map(([, y]) => Number(y));
    const top = Math.min(...[...svg.matchAll(/class="area wait" d="M([^"]*)"/g)].flatMap(([, d]) => [...(d as string).matchAll(/V([\d.]+)/g)].map(([, y]) => Number(y)).concat(Number(/^[\d.]+ ([\d.]+)/.exec(d as string)?.[1]))));
    expect(heights.at(-1)).toBe(16);
    expect(top).toBe(16);
  });

  it('each line is named beside its end, in words and with its own pattern', () => {
    const svg = toSvg(countsChart('x', [{ at: 0, coldStarts: 1, throttles: 0, errors: 0 }, { at: 5, coldStarts: 1, throttles: 4, errors: 0 }]));
    expect(svg).toContain('>cold starts</text>');
    expect(svg).toContain('<path class="line wrong"');
    expect(svg).not.toContain('>errors</text>');
  });

  it('a line that is never above zero is neither drawn nor named beside others; the table says that it is zero', () => {
    const chart = countsChart('x', [{ at: 0, coldStarts: 1, throttles: 0, errors: 0 }, { at: 5, coldStarts: 2, throttles: 0, errors: 0 }]);
    expect(toSvg(chart).match(/class="line [a-z]+"/g)).toEqual(['class="line wait"']);
    expect(rowsOf(chart).at(-1)).toEqual(['most', '2', '0', '0']);
  });

  it('where all are zero, all are drawn and named', () => {
    const svg = toSvg(countsChart('x', [{ at: 0, coldStarts: 0, throttles: 0, errors: 0 }, { at: 5, coldStarts: 0, throttles: 0, errors: 0 }]));
    expect(svg.match(/class="line [a-z]+"/g)).toHaveLength(3);
    expect([...svg.matchAll(/class="name"[^>]*>([^<]*)</g)].map(([, text]) => text).sort()).toEqual(['cold starts', 'errors', 'throttles']);
  });

  it('no mark of an axis is cut off or runs into the next, however narrow the picture and long the run', () => {
    for (const end of [7, 900, 61_000, 90_000, 1_500_000, 40_000_000, 700_000_000]) {
      for (const [width, names] of [[280, 'below'], [496, 'beside'], [640, 'beside']] as const) {
        const svg = toSvg(depthChart('x', [{ at: 0, waiting: 1, inFlight: 0, oldest: 0 }, { at: end, waiting: 0, inFlight: 0, oldest: undefined }]), { width, names });
        const marks = [...svg.matchAll(/class="tick" x="([\d.]+)" y="248" text-anchor="(middle|end)">([^<]*)</g)].map(([, x, anchor, text = '']) => {
          const wide = text.length * 7;
          const left = Number(x) - (anchor === 'end' ? wide : wide / 2);
          return { left, right: left + wide };
        });
        expect(marks.length, `${end} in ${width}`).toBeGreaterThanOrEqual(2);
        expect(Math.max(...marks.map(({ right }) => right))).toBeLessThanOrEqual(width);
        for (const [i, { left }] of marks.entries()) expect(left, `${end} in ${width}`).toBeGreaterThanOrEqual(marks[i - 1]?.right ?? 0);
      }
    }
  });

  it('names that would lie over one another are moved apart', () => {
    const svg = toSvg(depthChart('x', [{ at: 0, waiting: 5, inFlight: 5, oldest: 0 }, { at: 5, waiting: 5, inFlight: 5, oldest: 0 }]));
    const ys = [...svg.matchAll(/class="name" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(Math.abs((ys[0] as number) - (ys[1] as number))).toBeGreaterThanOrEqual(18);
  });

  it('the age of the oldest grows until somebody takes it', () => {
    const { lines: [line] } = ageChart('x', [{ at: 100, waiting: 1, inFlight: 0, oldest: 100 }, { at: 600, waiting: 0, inFlight: 1, oldest: undefined }]);
    expect(line?.points).toEqual([{ x: 100, y: 0 }, { x: 600, y: 500 }, { x: 600, y: 0 }]);
  });

  it('text from outside cannot break out of a picture or a table', () => {
    const chart = latencyChart('<script>', { average: 1, p50: 1, p95: 1, p99: 1, max: 1 });
    expect(toFigure({ ...chart, bars: [{ name: '"><b>', value: 1, tone: 'go' }] })).not.toMatch(/<script>|<b>/);
  });

  it('what has no points is an empty picture, not a broken one', () => {
    for (const chart of [concurrencyChart('x', []), depthChart('x', []), ageChart('x', []), costChart('x', { requests: 0, duration: 0, provisioned: 0, provisionedDuration: 0, storage: 0, snapshotCache: 0, snapshotRestore: 0 })]) expect(toSvg(chart)).not.toMatch(/NaN|undefined|Infinity/);
  });
});

describe('tables', () => {
  it('a table has the numbers of the picture: every change if there are few', () => {
    expect(rowsOf(concurrencyChart('x', concurrency))).toEqual([
      ['time', 'provisioned', 'on demand', 'initialising'],
      ['0 ms', '1', '0', '2'],
      ['1 s', '1', '2', '0'],
      ['3 s', '0', '0', '0'],
      ['most', '1', '2', '2'],
    ]);
    expect(toTable(concurrencyChart('a & b', concurrency))).toMatch(/^<table><caption>a &amp; b<\/caption><thead><tr><th scope="col">time<\/th>/);
  });

  it('and the marks of the axis if there are many', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({ at, waiting: at % 5, inFlight: 0, oldest: undefined }));
    expect(rowsOf(depthChart('x', many)).length).toBeLessThan(16);
  });

  it('the corner of a table without a heading is none', () => {
    expect(toTable({ kind: 'bars', title: 'a', unit: '%', bars: [] })).toContain('<tr><td></td><th scope="col">%</th></tr>');
  });

  it('as text it stands in columns', () => {
    expect(toText(latencyChart('How long callers wait', { average: 120.4, p50: 100, p95: 400, p99: 1400, max: 1400 }))).toBe('How long callers wait\n           time\naverage  120 ms\np50      100 ms\np95      400 ms\np99       1.4 s\nlongest   1.4 s');
    expect(toText(costChart('What it costs', { requests: 0.0002, duration: 0.5, provisioned: 0, provisionedDuration: 0, storage: 0, snapshotCache: 0, snapshotRestore: 0 }))).toContain('requests    $0.00020');
    expect(rowsOf(costChart('x', { requests: 0, duration: 0, provisioned: 0, provisionedDuration: 0, storage: 0, snapshotCache: 0.02, snapshotRestore: 0.3 }))).toEqual([['', 'US dollars'], ['snapshots kept', '$0.02'], ['restored', '$0.3']]);
  });
});

describe('over something else than time', () => {
  const speedUp: Chart = { kind: 'plot', title: 'Speed-up', unit: '×', across: { unit: 'workers' }, lines: [{ name: 'measured', tone: 'go', isSlope: true, points: [{ x: 1, y: 1 }, { x: 4, y: 3.5 }] }, { name: 'ideal', tone: 'wait', isSlope: true, points: [{ x: 1, y: 1 }, { x: 2, y: 2 }] }] };
  const lengths: Chart = { ...speedUp, across: { unit: 'length', marks: [{ x: 0, name: '0.1 µs' }, { x: 1, name: '10 µs' }] }, lines: [{ name: 'spin', tone: 'warm', isSlope: true, points: [{ x: 0, y: 1 }, { x: 1, y: 2 }] }] };

  it('whole things are counted in whole steps, and what is counted stands at the end of the axis', () => {
    const svg = toSvg(speedUp, { width: 500 });
    expect([...svg.matchAll(/class="tick"[^>]*text-anchor="middle">([^<]*)</g)].map(([, text]) => text)).toEqual(['0', '1', '2', '3', '4']);
    expect(svg).toContain('>workers</text>');
    expect(svg).toContain('>2×</text>');
    expect(svg).toContain('viewBox="0 0 500 260"');
  });

  it('where there is no room beside the lines, their names stand below', () => {
    const svg = toSvg(speedUp, { width: 280, names: 'below' });
    const ys = [...svg.matchAll(/class="name" x="[\d.]+" y="([\d.]+)"/g)].map(([, y]) => Number(y));
    expect(ys).toHaveLength(2);
    expect(Math.min(...ys)).toBeGreaterThan(260);
    expect(svg).toContain('viewBox="0 0 280 305"');
    const bars = toSvg({ kind: 'bars', title: '', unit: '%', bars: [{ name: 'spin lock', value: 40, tone: 'go' }] }, { width: 280, names: 'below' });
    expect(bars).toMatch(/>spin lock<.*<rect class="bar go" x="0" y="22" width="190".*>40%</);
  });

  it('a figure for a narrow page too has two pictures and one table', () => {
    const figure = toFigure(speedUp, { width: 500, alsoNarrow: true });
    expect([...figure.matchAll(/<svg class="chart" viewBox="0 0 (\d+)/g)].map(([, width]) => width)).toEqual(['500', '280']);
    expect(figure.match(/<table>/g)).toHaveLength(1);
  });

  it('a few cases are marked by their names', () => {
    expect(toSvg(lengths)).toMatch(/>0\.1 µs<.*>10 µs<.*>length</);
    expect(rowsOf(lengths)).toEqual([['length', 'spin'], ['0.1 µs', '1×'], ['10 µs', '2×']]);
  });

  it('a table has a row for each place, and leaves free what a line does not know', () => {
    expect(rowsOf(speedUp)).toEqual([['workers', 'measured', 'ideal'], ['1', '1×', '1×'], ['2', '', '2×'], ['4', '3.5×', '']]);
  });
});

describe('an account', () => {
  it('the figures of a real load fit the charts', () => {
    const text = `
      import { Account } from 'happens-before/lambda';
      const account = new Account({ concurrency: 1000 });
      const fn = account.function({ name: 'f', init: 400, duration: 500, reserved: 40, provisioned: 20 });
      const { series, counts, latency } = await account.load(fn, { rate: 100, seconds: 1, jitter: 3 });
      const queue = account.queue({ name: 'q' });
      await queue.send('a');
      const figures = { series, counts, latency: [latency], bill: [fn.bill()], queue: queue.metrics().series };
      for (const [name, points] of Object.entries(figures)) for (const point of points) console.log(name, JSON.stringify(point));
    `;
    const replies: Reply[] = [];
    handle({ kind: 'run', program: { files: { 'main.ts': text }, entry: 'main.ts' }, timers: 'patient', maxSteps: 1000 }, (reply) => replies.push(reply));
    const reply = replies.at(-1);
    if (reply?.kind !== 'ran') throw new Error(JSON.stringify(reply));
    const figures: Record<string, never[]> = {};
    for (const line of reply.trace.output) (figures[line.slice(0, line.indexOf(' '))] ??= []).push(JSON.parse(line.slice(line.indexOf(' '))) as never);
    const { series = [], counts = [], latency: [latency] = [], bill: [bill] = [], queue = [] } = figures;
    const charts = [concurrencyChart('Concurrency', series), countsChart('Counts', counts), latencyChart('Latency', latency as never), costChart('Cost', bill as never), depthChart('Depth', queue), ageChart('Age', queue)];
    expect(rowsOf(charts[0] as never).at(-1)).toEqual(['most', '20', '20', expect.any(String)]);
    expect(Number(rowsOf(charts[1] as never).at(-1)?.[2])).toBeGreaterThan(0);
    for (const chart of charts) expect(toSvg(chart)).not.toMatch(/NaN|undefined/);
  });
});
