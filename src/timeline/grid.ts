import { clean, duration, eventAt, resourceName, shorten, taskName, waitWords, type Event, type TaskId, type TaskState, type Trace } from '#trace';
import { barLabels } from './bar-label.ts';
import { foldSteps, type Stretch } from './fold.ts';
import { textWidth } from './frame.ts';
import { metricsOf, type Metrics } from './metrics.ts';
import { occupancies, type Occupancy } from './occupancy.ts';
import type { Ending } from './spans.ts';
import { spansOf, type Span } from './spans.ts';
import type { Axis } from './scene.ts';

export interface Slot { readonly u: number; readonly size: number }
export interface LaneSlot { readonly task: TaskId; readonly v: number; readonly bar: number; readonly size: number }
export interface ShelfSlot { readonly occupancy: Occupancy; readonly v: number; readonly size: number }

/** Where every column, lane and shelf lies, in `u` and `v`; what the parts of the drawing are placed on. */
export interface Grid {
  readonly trace: Trace;
  readonly axis: Axis;
  readonly metrics: Metrics;
  readonly stretches: readonly Stretch[];
  readonly columns: readonly Slot[];
  readonly lanes: readonly LaneSlot[];
  readonly shelves: readonly ShelfSlot[];
  readonly spans: readonly Span[];
  readonly endings: readonly Ending[];
  readonly hasTimes: boolean;
  readonly hasForks: boolean;
  readonly lanesFrom: number;
  readonly lanesTo: number;
  readonly width: number;
  readonly height: number;
  readonly nameSize: number;
  labelOf(event: Event): string;
  /** Place of a span's end: whole numbers are column edges, halves are middles. */
  edge(place: number): number;
  columnOf(step: number): number;
  middle(step: number): number;
  lane(task: TaskId): LaneSlot;
  centre(task: TaskId): number;
}

export const foldLabel = ({ from, to }: Stretch): string => `⋯ ${to - from + 1} steps`;
export const NEVER = 'never woken';
export const nameOf = (trace: Trace, task: TaskId): string => shorten(taskName(trace, task), 14);
const heldBy = (state: TaskState, trace: Trace): string | undefined =>
  (state.kind === 'blocked' || state.kind === 'stuck') && state.heldBy !== undefined ? `held by ${nameOf(trace, state.heldBy)}` : undefined;
/** What a waiting task waits for, from the full wording to the shortest: "lock m, held by a", "lock m". */
export function wordings(state: TaskState, trace: Trace): readonly string[] {
  if (state.kind === 'sleeping') return [`until ${duration(state.until)}`, duration(state.until)];
  if (state.kind !== 'blocked' && state.kind !== 'stuck') return [];
  const words = shorten(waitWords(state.reason, state.resource, trace), 28);
  const holder = heldBy(state, trace);
  return [...(holder ? [`${words}, ${holder}`] : []), words, shorten(words, 10)];
}
export const failure = (message: string): string => shorten(clean(message.split('\n', 1)[0] ?? ''), 40);

export function makeGrid(trace: Trace, axis: Axis, foldOver: number, at: number | undefined): Grid {
  const metrics = metricsOf(axis);
  const stretches = foldSteps(trace, foldOver, at);
  const { spans, endings } = spansOf(trace, stretches);
  const labelOf = barLabels(trace);
  const hasTimes = trace.events.some((e) => e.time > 0);
  const hasForks = trace.events.some((e) => e.others.length > 0);
  const across = axis === 'across';

  const barSize = (event: Event): number => textWidth(labelOf(event)) + metrics.barPadding;
  let u = 8;
  const sizes = stretches.map((stretch) => (across ? columnWidth(stretch) : metrics.minColumn + (raceTagged(stretch) ? 22 : 0)));
  if (across) makeRoomForReasons(sizes, spans, trace);
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
    return firstRaces(trace).some((race) => race.to >= from && race.to <= to);
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
  const lanesTo = v;
  if (hasForks) v += metrics.forks;

  const columnOf = (step: number): number => stretches.findIndex((s) => step >= s.from && step <= s.to);
  const byTask = new Map(lanes.map((l) => [l.task, l]));
  const lane = (task: TaskId): LaneSlot => byTask.get(task) ?? lanes[0]!;
  const edge = (place: number): number => {
    const whole = Math.floor(place);
    const slot = columns[whole];
    return slot ? slot.u + (place - whole) * slot.size : u;
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

  const names = [...trace.tasks.map((t) => nameOf(trace, t.id)), ...shelves.map((s) => shorten(resourceName(trace, s.occupancy.resource.id), 14))];
  const along = u + tail;
  return {
    trace, axis, metrics, stretches, columns, lanes, shelves, spans, endings, hasTimes, hasForks, lanesFrom, lanesTo, labelOf, columnOf, lane,
    edge: (place) => (place > columns.length ? along : edge(place)),
    middle: (step) => edge(columnOf(step) + 0.5),
    centre: (task) => lane(task).v + lane(task).bar / 2,
    width: across ? along : v,
    height: across ? v : along,
    nameSize: across ? Math.max(56, ...names.map(textWidth)) + 20 : 30,
  };
}

/** Nothing but the label on its line says why a task waits, so the line becomes as long as its label. */
function makeRoomForReasons(sizes: number[], spans: readonly Span[], trace: Trace): void {
  for (const { state, from, to } of spans) {
    const words = wordings(state, trace)[0];
    const first = Math.floor(from);
    const last = Math.ceil(to) - 1;
    if (!words || state.kind === 'stuck' || sizes[last] === undefined) continue;
    const share = (index: number): number => Math.min(to, index + 1) - Math.max(from, index);
    let room = 0;
    for (let index = first; index <= last; index++) room += (sizes[index] ?? 0) * share(index);
    // A column that the line crosses whole gives it all of what is added.
    const grown = share(last) < 1 && last > first ? last - 1 : last;
    const missing = textWidth(words) + 34 - room;
    if (missing > 0) sizes[grown]! += missing / share(grown);
  }
}

/** Up to this many slots are drawn one by one; above, a number says it better. */
export const MOST_SLOTS = 5;
export const slotsWidth = ({ resource }: Occupancy): number =>
  (resource.capacity ?? 0) <= MOST_SLOTS ? (resource.capacity ?? 0) * 12 - 3 : textWidth(`${resource.capacity}/${resource.capacity}`) + 8;

/** For each thing that is raced on, the first pair of steps. It carries the name; the others are lines only. */
export function firstRaces(trace: Trace): readonly { from: number; to: number; resource: number | undefined }[] {
  const seen = new Set<number | undefined>();
  return racePairs(trace).filter(({ resource }) => !seen.has(resource) && seen.add(resource));
}

export function racePairs(trace: Trace): readonly { from: number; to: number; resource: number | undefined }[] {
  return trace.events.flatMap((event) =>
    event.races.filter((other) => other < event.step || !trace.events[other - 1]?.races.includes(event.step))
      .filter((other) => eventAt(trace, other) !== undefined && other !== event.step)
      .map((other) => ({ from: Math.min(other, event.step), to: Math.max(other, event.step), resource: event.resource })),
  );
}
