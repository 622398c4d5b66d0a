import type { Figures, Measured } from '#trace';
import { paceInWords } from './arrivals.ts';
import type { BacklogPoint } from './backlog.ts';
import { billFor, snapshotsOf } from './bill.ts';
import type { Deployed, Source } from './deployed.ts';
import type { Statistic } from './metrics.ts';

/** Of a series with more points than this many times four, a picture shows no more. */
const COLUMNS = 250;

/** What a function has measured until now, for the plots of a page; undefined if nobody has called it. */
export function measuredFunction(fn: Deployed): Measured | undefined {
  const { tally, events, stream, state, loads, sources } = fn;
  const { series, counts, latency, ...metrics } = tally.metrics();
  const { queue, AsyncEventAge } = events.metrics();
  const { IteratorAge, iteratorAges } = stream.metrics();
  if (metrics.requests === 0 && queue.length === 0) return undefined;
  const end = Math.max(series.at(-1)?.at ?? 0, counts.at(-1)?.at ?? 0);
  const { total, gigabyteSeconds, ...parts } = billFor(tally.usage(), { configured: state.configured.until(end), ...snapshotsOf(state.versions.published(), end) });
  return {
    kind: 'function',
    name: state.name,
    ...noted([...loads.map(paceInWords), ...sources.flatMap((source) => source.loads.map((pace) => `${source.name}, ${paceInWords(pace)}`))]),
    numbers: {
      requests: { requests: metrics.requests, Invocations: metrics.Invocations, Errors: metrics.Errors, Throttles: metrics.Throttles, coldStarts: metrics.coldStarts, ConcurrentExecutions: metrics.ConcurrentExecutions },
      latency: figures(latency),
      cost: { ...parts, total, gigabyteSeconds },
      ...(AsyncEventAge.count === 0 ? {} : { eventAge: figures(AsyncEventAge) }),
      ...(IteratorAge.count === 0 ? {} : { iteratorAge: figures(IteratorAge) }),
    },
    series: {
      concurrency: thinned(series.map((point) => ({ ...point }))),
      counts: thinned(counts.map((point) => ({ ...point }))),
      ...(queue.length === 0 ? {} : { backlog: thinned(queue.map(pointOf)) }),
      ...(iteratorAges.length === 0 ? {} : { iteratorAges: thinned(iteratorAges.map((point) => ({ ...point }))) }),
    },
  };
}

/** The same of a queue; undefined if nothing was ever in it. */
export function measuredQueue({ name, loads }: Source, series: readonly BacklogPoint[]): Measured | undefined {
  return series.length === 0 ? undefined : { kind: 'queue', name, ...noted(loads.map(paceInWords)), numbers: {}, series: { backlog: thinned(series.map(pointOf)) } };
}

const figures = (statistic: Statistic): Figures => ({ ...statistic });
const pointOf = ({ oldest, ...point }: BacklogPoint): Figures => (oldest === undefined ? point : { ...point, oldest });

const noted = (loads: readonly string[]): { readonly note?: string } => (loads.length === 0 ? {} : { note: loads.join('; ') });

const size = ({ at: _, ...rest }: Figures): number => Object.values(rest).reduce((sum, value) => sum + value, 0);

/** The first and the last point of each column, and those with the least and the most: no peak is lost. */
function thinned(points: readonly Figures[]): Figures[] {
  const [first, last] = [points[0]?.['at'] ?? 0, points.at(-1)?.['at'] ?? 0];
  if (points.length <= COLUMNS * 4) return points.slice();
  const columnOf = (point: Figures): number => Math.floor((((point['at'] ?? 0) - first) * COLUMNS) / (last - first));
  const kept: Figures[] = [];
  for (let i = 0; i < points.length; ) {
    const column = columnOf(points[i] as Figures);
    let [least, most, next] = [i, i, i];
    for (; next < points.length && columnOf(points[next] as Figures) === column; next++) {
      if (size(points[next] as Figures) < size(points[least] as Figures)) least = next;
      if (size(points[next] as Figures) > size(points[most] as Figures)) most = next;
    }
    for (const index of [...new Set([i, least, most, next - 1])].sort((a, b) => a - b)) kept.push(points[index] as Figures);
    i = next;
  }
  return kept;
}
