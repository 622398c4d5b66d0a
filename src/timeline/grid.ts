import { decisiveStep, duration, eventAt, resourceName, shorten, stepsAside, type Event, type TaskId, type Trace } from '#trace';
import { barLabels } from './bar-label.ts';
import { foldSteps, type Stretch } from './fold.ts';
import { textWidth } from './frame.ts';
import { holders, type Holder } from './holders.ts';
import { metricsOf, type Metrics } from './metrics.ts';
import { occupancies, type Occupancy } from './occupancy.ts';
import { holdings } from './ownership.ts';
import { firstRaces } from './race-pairs.ts';
import { makeRoomForReasons } from './reason-room.ts';
import type { Axis } from './scene.ts';
import { slotsWidth } from './slot-size.ts';
import { spansOf, type Ending, type Span } from './spans.ts';
import { failure, foldLabel, nameOf, NEVER, wordings } from './wording.ts';

export interface Slot {
  readonly u: number;
  readonly size: number;
}
export interface LaneSlot {
  readonly task: TaskId;
  readonly v: number;
  readonly bar: number;
  readonly size: number;
}
export interface ShelfSlot {
  readonly occupancy: Occupancy;
  readonly v: number;
  readonly size: number;
}

export interface HolderSlot {
  readonly holder: Holder;
  readonly v: number;
  readonly size: number;
}

/** Where every column, lane and shelf lies, in `u` and `v`; what the parts of the drawing are placed on. */
export interface Grid {
  readonly trace: Trace;
  readonly axis: Axis;
  readonly metrics: Metrics;
  readonly stretches: readonly Stretch[];
  readonly columns: readonly Slot[];
  readonly lanes: readonly LaneSlot[];
  readonly shelves: readonly ShelfSlot[];
  readonly holders: readonly HolderSlot[];
  readonly spans: readonly Span[];
  readonly endings: readonly Ending[];
  readonly hasTimes: boolean;
  readonly hasForks: boolean;
  /** Steps that have no part in the failure that the run ends in, and the one that decided it. */
  readonly aside: ReadonlySet<number>;
  readonly decisive: number | undefined;
  /** The first column stands for what another picture shows. */
  readonly isShared: boolean;
  readonly lanesFrom: number;
  readonly lanesTo: number;
  readonly width: number;
  readonly height: number;
  readonly nameSize: number;
  labelOf(event: Event): string;
  /** Place of a span's end: whole numbers are column edges, halves are middles. */
  edge(place: number): number;
  columnOf(step: number): number;
  /** Where the filled bar of a column lies. It is as long as its label asks for, in the middle of a wider column. */
  barOf(column: number): Slot;
  /** The end of a span, which reaches up to the task's own bar where there is one. */
  spanEdge(place: number, task: TaskId, side: 'from' | 'to'): number;
  middle(step: number): number;
  lane(task: TaskId): LaneSlot;
  centre(task: TaskId): number;
}

export interface GridOptions {
  readonly foldOver: number;
  readonly at: number | undefined;
  /** So many steps at the start are drawn in another picture; here they share a column, at least so wide. */
  readonly shared?: { readonly steps: number; readonly size: number } | undefined;
  readonly partsAfter?: number | undefined;
}

export function makeGrid(trace: Trace, axis: Axis, { foldOver, at, shared, partsAfter }: GridOptions): Grid {
  const aside = stepsAside(trace);
  const stretches = foldSteps(trace, { over: foldOver, at, aside, partsAfter, ...(shared && { shared: shared.steps }) });
  const { spans, endings } = spansOf(trace, stretches);
  const metrics = withRoomForNumbers(metricsOf(axis), axis, stretches, trace);
  const fullLabel = barLabels(trace);
  // Side by side, the lanes of a narrow screen can only be so wide.
  const labelOf = axis === 'across' ? fullLabel : (event: Event): string => shorten(fullLabel(event), 15);
  const hasTimes = trace.events.some((e) => e.time > 0);
  const hasForks = trace.events.some((e) => e.others.length > 0);
  const across = axis === 'across';

  const barSize = (event: Event): number => textWidth(labelOf(event)) + metrics.barPadding;
  const tagged = across ? [] : firstRaces(trace);
  let u = 8;
  const sizes = stretches.map((stretch) => (across ? columnWidth(stretch) : metrics.minColumn + (raceTagged(stretch) ? metrics.raceRoom : 0)));
  if (across) makeRoomForReasons(sizes, spans, stretches, trace);
  if (shared && sizes[0] !== undefined) sizes[0] = Math.max(sizes[0], shared.size);
  const columns = sizes.map((size): Slot => {
    const slot = { u, size };
    u += size;
    return slot;
  });

  function columnWidth(stretch: Stretch): number {
    if (stretch.from !== stretch.to) return textWidth(foldLabel(stretch)) + 24;
    const event = eventAt(trace, stretch.from);
    const time = event && hasTimes ? textWidth(duration(event.time)) + 8 : 0;
    return Math.max(metrics.minColumn, time, event ? barSize(event) + metrics.columnGap : 0);
  }
  // Below one another, bars leave no room for a tag between lanes; the row makes some.
  function raceTagged({ from, to }: Stretch): boolean {
    return tagged.some((race) => race.to >= from && race.to <= to);
  }

  let v = metrics.head + (hasTimes ? metrics.times : 0);
  const lanesFrom = v;
  const lanes = trace.tasks.map(({ id }): LaneSlot => {
    const widest = Math.max(metrics.minBar, textWidth(nameOf(trace, id)), ...trace.events.filter((e) => e.task === id).map(barSize));
    const stuck = endings.some((e) => e.task === id && e.state.kind === 'stuck');
    const bar = across ? metrics.minBar : Math.max(widest, stuck ? textWidth(NEVER) - 12 : 0);
    const size = metrics.laneBefore + bar + metrics.laneAfter;
    const slot = { task: id, v: v + metrics.laneBefore, bar, size };
    v += size;
    return slot;
  });
  const shelves = occupancies(trace).map((occupancy): ShelfSlot => {
    const name = shorten(resourceName(trace, occupancy.resource.id), 14);
    const size = across ? metrics.shelf : Math.max(metrics.shelf, textWidth(name) + 12, slotsWidth(occupancy) + 12);
    const slot = { occupancy, v, size };
    v += size;
    return slot;
  });
  const taskNames = Math.max(...trace.tasks.map(({ id }) => textWidth(nameOf(trace, id))));
  const holderRows = holders(trace).map((holder): HolderSlot => {
    const size = across ? metrics.holder : Math.max(metrics.holder, textWidth(holder.name) + 10, taskNames + 14);
    const slot = { holder, v, size };
    v += size;
    return slot;
  });
  // Below one another, the name of a lock stands beside its rail, and the last lane needs room for it.
  if (!across && shelves.length + holderRows.length === 0) v += besideLastLane(trace);
  const lanesTo = v;
  v += hasForks ? metrics.forks : 0;

  const columnOf = (step: number): number => stretches.findIndex((s) => step >= s.from && step <= s.to);
  const byTask = new Map(lanes.map((l) => [l.task, l]));
  const lane = (task: TaskId): LaneSlot => byTask.get(task) ?? lanes[0]!;
  const edge = (place: number): number => {
    const whole = Math.floor(place);
    const slot = columns[whole];
    return slot ? slot.u + (place - whole) * slot.size : u;
  };
  const barOf = (index: number): Slot => {
    const column = columns[index] ?? { u, size: 0 };
    const stretch = stretches[index];
    const event = stretch?.from === stretch?.to && stretch ? eventAt(trace, stretch.from) : undefined;
    // A taller row keeps its bar at the far end, so that a tag lies before it.
    if (!across)
      return { u: column.u + column.size - metrics.minColumn + metrics.columnGap / 2, size: metrics.minColumn - metrics.columnGap };
    const size = event
      ? Math.min(column.size - metrics.columnGap, Math.max(barSize(event), metrics.minColumn - metrics.columnGap))
      : column.size - metrics.columnGap;
    return { u: column.u + (column.size - size) / 2, size };
  };
  const actsIn = (index: number, task: TaskId): boolean => {
    const stretch = stretches[index];
    return stretch !== undefined && stretch.from === stretch.to && eventAt(trace, stretch.from)?.task === task;
  };
  const spanEdge = (place: number, task: TaskId, side: 'from' | 'to'): number => {
    const column = side === 'from' ? place - 1 : place;
    if (place % 1 !== 0 || !actsIn(column, task)) return place > columns.length ? u + tail : edge(place);
    const bar = barOf(column);
    return side === 'from' ? bar.u + bar.size + metrics.columnGap / 2 : bar.u - metrics.columnGap / 2;
  };
  const tail = tailSize();

  function tailSize(): number {
    let needed = metrics.tail;
    for (const { state, at: place } of endings) {
      if (state.kind === 'stuck') needed = Math.max(needed, across ? textWidth(NEVER) + 58 : 76);
      if (state.kind !== 'failed') continue;
      const words = across ? textWidth(failure(state.message)) + 44 : 60;
      needed = Math.max(needed, words - (u - edge(place)));
    }
    // Who holds the lock is the whole story of a deadlock; make room for it even if the wait began in the last step.
    for (const span of across ? spans : []) {
      const words = span.state.kind === 'stuck' ? wordings(span.state, trace)[0] : undefined;
      if (words) needed = Math.max(needed, textWidth(words) + textWidth(NEVER) + 60 - (u - edge(span.from)));
    }
    return needed;
  }

  const names = [
    ...trace.tasks.map((t) => nameOf(trace, t.id)),
    ...shelves.map((s) => shorten(resourceName(trace, s.occupancy.resource.id), 14)),
    ...holderRows.map((h) => h.holder.name),
  ];
  const along = u + tail;
  return {
    trace,
    axis,
    metrics,
    stretches,
    columns,
    lanes,
    shelves,
    holders: holderRows,
    spans,
    endings,
    hasTimes,
    hasForks,
    aside,
    decisive: decisiveStep(trace),
    isShared: shared !== undefined,
    lanesFrom,
    lanesTo,
    labelOf,
    columnOf,
    lane,
    barOf,
    spanEdge,
    edge: (place) => (place > columns.length ? along : edge(place)),
    middle: (step) => {
      const bar = barOf(columnOf(step));
      return bar.u + bar.size / 2;
    },
    centre: (task) => lane(task).v + lane(task).bar / 2,
    width: across ? along : v,
    height: across ? v : along,
    nameSize: across ? Math.max(56, ...names.map(textWidth)) + 20 : 30,
  };
}

/** What stands in the strip of step numbers: of a fold its first and last. */
export const numberOf = ({ from, to }: Stretch): string => (from === to ? String(from) : `${from}–${to}`);

/** Below one another, all numbers stand in one strip beside the lanes, and all times in another: each as wide as its widest, a number with its mark. */
function withRoomForNumbers(metrics: Metrics, axis: Axis, stretches: readonly Stretch[], trace: Trace): Metrics {
  if (axis === 'across') return metrics;
  const decisive = decisiveStep(trace);
  // What decided a failure has a ring around its number.
  const widths = stretches.map(({ from, to }) => textWidth(`${numberOf({ from, to })}${from === to ? ' ‹' : ''}`) + (from === decisive ? 10 : 2));
  const times = [...new Set(trace.events.map(({ time }) => time))].map((time) => textWidth(duration(time)));
  return { ...metrics, head: Math.max(metrics.head, ...widths), times: Math.max(metrics.times, ...times.map((width) => width + 6)) };
}

/** How far the names of the locks that the last task holds reach beyond its lane. */
function besideLastLane(trace: Trace): number {
  const last = trace.tasks.at(-1)?.id;
  const names = holdings(trace)
    .filter(({ task }) => task === last)
    .map(({ resource }) => textWidth(shorten(resourceName(trace, resource), 10)));
  return names.length === 0 ? 0 : Math.max(...names) + 9;
}
