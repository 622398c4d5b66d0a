import { clean, isSignal, shorten } from '#trace';
import { textWidth, type Frame } from './frame.ts';
import type { Grid } from './grid.ts';
import { links, type Link } from './links.ts';
import type { Arrow, Fork, Tag } from './scene.ts';

const HEAD = 7;

/** The arrows, each leaving its bar towards the other lane. */
export function placeArrows(grid: Grid, frame: Frame, at: number | undefined): readonly Arrow[] {
  return links(grid.trace).flatMap((link): Arrow[] => {
    if (link.kind === 'order' && at !== link.from && at !== link.to) return [];
    const source = grid.trace.events[link.from - 1];
    const fromColumn = grid.columnOf(link.from);
    const toColumn = link.to === undefined ? -1 : grid.columnOf(link.to);
    // Within one fold there is nothing to see, and less still in one that stands for what another picture shows.
    if (!source || (fromColumn === toColumn && link.route !== 'drop') || (grid.isShared && fromColumn === 0 && link.route === 'drop'))
      return [];
    const base = { kind: link.kind, from: link.from, to: link.to, task: link.task };
    return [{ ...base, ...shapeOf(link, source.task, grid, frame) }];
  });
}

interface Shape {
  readonly path: string;
  readonly head: string;
  readonly chip?: Tag;
}

function shapeOf(link: Link, sourceTask: number, grid: Grid, frame: Frame): Shape {
  const from = grid.lane(sourceTask);
  const target = grid.lane(link.task);
  const sign = target.v > from.v ? 1 : -1;
  const u = grid.middle(link.from);
  const start = sign > 0 ? from.v + from.bar : from.v;

  switch (link.route) {
    case 'drop': {
      const end = grid.centre(link.task) - sign * (grid.metrics.readyBar / 2 + 1);
      return {
        path: frame.path('M', [u, start], 'L', [u, end - sign * HEAD]),
        head: head(frame, u, end, sign),
        ...chip(link, grid, frame, u, sourceTask, sign),
      };
    }
    case 'curve': {
      const uEnd = arrival(grid, link.to ?? link.from);
      const end = sign > 0 ? target.v - 1 : target.v + target.bar + 1;
      const stop = end - sign * HEAD;
      const bend = Math.max(12, Math.abs(stop - start) * 0.55) * sign;
      const path = frame.path('M', [u, start], 'C', [u, start + bend], [uEnd, stop - bend], [uEnd, stop]);
      const adjacent = Math.abs(grid.lanes.indexOf(from) - grid.lanes.indexOf(target)) === 1;
      return { path, head: head(frame, uEnd, end, sign), ...chip(link, grid, frame, adjacent ? (u + uEnd) / 2 : u, sourceTask, sign) };
    }
    case 'through': {
      const shelf = grid.shelves.find((s) => s.occupancy.resource.id === link.resource);
      const top = (shelf ? shelf.v + shelf.size / 2 : grid.lanesTo) - 8;
      const uEnd = arrival(grid, link.to ?? link.from);
      const end = target.v + target.bar + 1;
      const bottom = from.v + from.bar;
      const path = frame.path('M', [u, bottom], 'L', [u, top - HEAD], 'M', [uEnd, top + 1], 'L', [uEnd, end + HEAD]);
      return { path, head: `${head(frame, u, top, 1)}${head(frame, uEnd, end, -1)}`, ...chip(link, grid, frame, u, sourceTask, 1) };
    }
    default:
      return link.route satisfies never;
  }
}

/** A little before the middle: an arrow may leave from there as well. */
function arrival(grid: Grid, step: number): number {
  const column = grid.columns[grid.columnOf(step)]!;
  return grid.middle(step) - Math.min(12, column.size / 4);
}

function head(frame: Frame, u: number, v: number, sign: number): string {
  return frame.path('M', [u, v], 'L', [u - 4, v - sign * (HEAD + 1)], 'L', [u + 4, v - sign * (HEAD + 1)], 'Z');
}

/** The value on its way, in the gap beside the sender's lane. Where the gap is too narrow the bar alone says it. */
function chip(link: Link, grid: Grid, frame: Frame, u: number, task: number, sign: number): { readonly chip?: Tag } {
  if (link.kind !== 'value' || link.value === undefined || isSignal(grid.trace, grid.trace.events[link.from - 1]?.resource)) return {};
  const text = shorten(clean(link.value), 8);
  const { v, bar } = grid.lane(task);
  const { laneAfter, laneBefore, gapMiddle } = grid.metrics;
  if (grid.axis === 'down' && textWidth(text) + 8 > laneAfter + laneBefore) return {};
  const middle = sign > 0 ? v + bar + gapMiddle : v - laneBefore - laneAfter + gapMiddle;
  return { chip: frame.tag(u, middle, text) };
}

export function placeForks(grid: Grid, frame: Frame): readonly Fork[] {
  return grid.trace.events
    .filter((e) => e.others.length > 0 && grid.stretches.some((s) => s.from === e.step && s.to === e.step))
    .map((e) => ({ step: e.step, forced: e.forced, ...frame.point(grid.middle(e.step), grid.lanesTo + grid.metrics.forks / 2) }));
}
