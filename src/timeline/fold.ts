import type { Trace } from '#trace';

/** Steps `from` to `to` share a column. In all but folds the two are equal. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

const SHORTEST_FOLD = 4;
/** More columns than this cannot be drawn again at every step, and nobody reads them. */
export const MOST_COLUMNS = 240;

export interface Folding {
  /** Traces with more steps than this are folded. */
  readonly over: number;
  /** The selected step. */
  readonly at: number | undefined;
  /** Steps that have no part in what the figure is about. */
  readonly aside: ReadonlySet<number>;
  /** So many steps at the start are drawn in another picture, and share a column in this one. */
  readonly shared?: number;
  /** Where another order parts from this one: the step before and the step after are never folded. */
  readonly partsAfter?: number | undefined;
}

/**
 * Which steps get a column of their own. Up to `over` steps: all but those `aside`. Beyond: those at which something happens
 * between tasks, those near `at`, and the ends; runs of four or more of the others become one column.
 */
export function foldSteps(trace: Trace, { over, at, aside, shared = 0, partsAfter }: Folding): readonly Stretch[] {
  const total = trace.events.length;
  const single = (step: number): Stretch => ({ from: step, to: step });
  const start = shared > 0 ? [{ from: 1, to: shared }] : [];
  if (total <= over && (aside.size < SHORTEST_FOLD || over === Infinity))
    return [...start, ...trace.events.slice(shared).map((e) => single(e.step))];

  const keep = new Set(total <= over ? all(trace, at, aside) : interesting(trace, at, aside));
  if (partsAfter !== undefined) keep.add(partsAfter).add(partsAfter + 1);
  const out: Stretch[] = start;
  for (let step = shared + 1; step <= total;) {
    let end = step;
    while (end <= total && !keep.has(end)) end++;
    const length = end - step;
    if (length >= SHORTEST_FOLD) out.push({ from: step, to: end - 1 });
    else for (let s = step; s < end; s++) out.push(single(s));
    if (end <= total) out.push(single(end));
    step = end + 1;
  }
  return out;
}

function all(trace: Trace, at: number | undefined, aside: ReadonlySet<number>): ReadonlySet<number> {
  const isNear = (step: number): boolean => at !== undefined && Math.abs(step - at) <= 2;
  return new Set(trace.events.map((e) => e.step).filter((step) => !aside.has(step) || isNear(step)));
}

function interesting(trace: Trace, at: number | undefined, aside: ReadonlySet<number>): ReadonlySet<number> {
  const keep = new Set<number>([1, trace.events.length]);
  const near = (step: number, by: number): void => {
    for (let s = step - by; s <= step + by; s++) keep.add(s);
  };
  let before: number | undefined;
  for (const event of trace.events) {
    if (aside.has(event.step)) continue;
    const others = event.changes.some((c) => c.task !== event.task || c.to.kind !== 'ready');
    const caused = event.causes.filter((c) => trace.events[c.step - 1]?.task !== event.task);
    if (others || event.races.length > 0 || caused.length > 0 || event.forced || event.task !== before) keep.add(event.step);
    if (event.task !== before) keep.add(event.step - 1);
    for (const cause of caused) keep.add(cause.step);
    before = event.task;
  }
  if (at !== undefined) near(at, 2);
  if (keep.size <= MOST_COLUMNS) return keep;
  // Too much happens: show the surroundings of one place, and the ends.
  keep.clear();
  near(at ?? trace.events.find((e) => e.races.length > 0)?.step ?? trace.events.length, MOST_COLUMNS / 3);
  return keep.add(1).add(trace.events.length);
}
