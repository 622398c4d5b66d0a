import { duration, eventAt, relations, type Trace } from '#trace';
import { timeline } from '#words';
import { makeFrame, overlap, textWidth, type Frame } from './frame.ts';
import { makeGrid, numberOf, type Grid, type GridOptions } from './grid.ts';
import { placeHolders } from './place-holders.ts';
import { placeCaps, placeRuns, placeSpans } from './place-lanes.ts';
import { placeArrows, placeForks } from './place-links.ts';
import { placeRaces } from './place-races.ts';
import { placeRails, placeShelves } from './place-things.ts';
import type { Axis, Column, Lane, Line, Rect, Scene, Tag } from './scene.ts';
import { foldLabel, nameOf } from './wording.ts';

export interface LayoutOptions {
  readonly axis: Axis;
  /** Traces with more steps than this are folded. */
  readonly foldOver?: number;
  /** The selected step. */
  readonly at?: number | undefined;
  /** Where another order parts from this one, and how much of the start is drawn in another picture: see `layoutBeside`. */
  readonly partsAfter?: number;
  readonly shared?: GridOptions['shared'];
  /** Also mark which steps come before, after and neither. */
  readonly relate?: boolean;
}

/**
 * Turns a trace into a drawing made of numbers.
 *
 * Invariants: one filled bar per column; lanes in the order of the trace's tasks, which is the order of birth; every
 * arrow leads from an earlier step to a later one; `down` is `across` with the axes exchanged and room for text.
 */
export function layout(trace: Trace, { axis, foldOver = 60, at, relate = false, partsAfter, shared }: LayoutOptions): Scene {
  const frame = makeFrame(axis);
  const grid = makeGrid(trace, axis, { foldOver, at, shared, partsAfter });
  const caps = placeCaps(grid, frame);
  const races = placeRaces(grid, frame, caps);
  const { bars, waits, posts } = placeSpans(
    grid,
    frame,
    races.races.flatMap(({ tag }) => tag?.box ?? []),
  );
  const shelves = placeShelves(grid, frame);
  return {
    axis,
    width: grid.width,
    height: grid.height,
    nameSize: grid.nameSize,
    at,
    columns: placeColumns(grid, frame, { at, relate, taken: [...waits, ...caps].flatMap(({ label }) => label?.box ?? []) }),
    ...(partsAfter !== undefined && { parting: placeParting(grid, frame, partsAfter) }),
    lanes: placeLanes(grid, frame),
    bars: [...bars, ...placeRuns(grid, frame)],
    waits,
    posts,
    caps,
    rails: placeRails(grid, frame),
    shelves,
    holders: placeHolders(grid, frame),
    arrows: placeArrows(grid, frame, at),
    ...races,
    forks: placeForks(grid, frame),
  };
}

interface Marking {
  readonly at: number | undefined;
  readonly relate: boolean;
  /** Where words stand that a fold's own must not cover. */
  readonly taken: readonly Rect[];
}

function placeColumns(grid: Grid, frame: Frame, { at, relate, taken }: Marking): readonly Column[] {
  const { trace, metrics } = grid;
  const marks = relate && at !== undefined ? relations(trace, at) : undefined;
  let shownTime = 0;
  return grid.stretches.map(({ from, to }, index): Column => {
    const { u, size } = grid.columns[index]!;
    const folded = from !== to;
    const middle = grid.axis === 'across' ? u + size / 2 : u + size - metrics.minColumn / 2;
    const relation = folded ? undefined : marks?.get(from);
    const time = eventAt(trace, folded ? to : from)?.time ?? 0;
    const moved = time !== shownTime;
    shownTime = time;
    return {
      from,
      to,
      rect: frame.rect(u, 0, size, grid.lanesTo + (grid.hasForks ? metrics.forks : 0)),
      label: frame.label(middle, metrics.head / 2, numberOf({ from, to })),
      ...(moved && { time: frame.label(middle, metrics.head + metrics.times / 2 - 2, duration(time)) }),
      ...(relation && { relation }),
      ...(!folded && from === grid.decisive && { decisive: true }),
      ...(folded && { fold: placeFold(grid, frame, middle, isShared(grid, index) ? sharedLabel(to, size) : foldLabel({ from, to }), taken) }),
    };
  });
}

/** Across: below the last bar, where nothing else is. Down: in the middle, or in the first lane that says nothing there. */
function placeFold(grid: Grid, frame: Frame, middle: number, words: string, taken: readonly Rect[]): Tag {
  if (grid.axis === 'across') return frame.tag(middle, grid.lanesTo - 10, words);
  const first = grid.lanesFrom + (textWidth(words) + 8) / 2;
  const places = [(grid.lanesFrom + grid.lanesTo) / 2, ...grid.lanes.map(({ task }) => grid.centre(task))];
  const tags = places.map((v) => frame.tag(middle, Math.max(v, first), words));
  return tags.find(({ box }) => !taken.some((other) => overlap(box, other))) ?? tags[0]!;
}

const isShared = (grid: Grid, index: number): boolean => index === 0 && grid.isShared;

function sharedLabel(steps: number, size: number): string {
  const words = timeline.lanes.shared(steps);
  return textWidth(words) + 8 <= size ? words : foldLabel({ from: 1, to: steps });
}

/** A line across all lanes after the last step that two orders have in common. */
function placeParting(grid: Grid, frame: Frame, after: number): Line {
  const column = grid.stretches.findIndex(({ from }) => from > after);
  const u = grid.edge(column < 0 ? grid.columns.length : column);
  return { from: frame.point(u, 0), to: frame.point(u, grid.lanesTo) };
}

function placeLanes(grid: Grid, frame: Frame): readonly Lane[] {
  const { laneBefore } = grid.metrics;
  const along = grid.axis === 'across' ? grid.width : grid.height;
  return grid.lanes.map(({ task, v, bar, size }): Lane => ({
    task,
    rect: frame.rect(0, v - laneBefore, along, size),
    // In the strip of names, whose own `u` ends where the lanes begin.
    name: frame.label(
      grid.axis === 'across' ? 10 : grid.nameSize / 2,
      v + bar / 2,
      nameOf(grid.trace, task),
      grid.axis === 'across' ? 'start' : 'middle',
    ),
  }));
}
