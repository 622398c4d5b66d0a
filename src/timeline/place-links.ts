import { clean, resourceName, shorten } from '#trace';
import type { Frame } from './frame.ts';
import { textWidth } from './frame.ts';
import { firstRaces, racePairs, type Grid } from './grid.ts';
import { links, type Link } from './links.ts';
import type { Arrow, Diamond, Fork, RaceLine, Tag } from './scene.ts';

const HEAD = 7;

/** The arrows, each leaving its bar towards the other lane. */
export function placeArrows(grid: Grid, frame: Frame, at: number | undefined): readonly Arrow[] {
  return links(grid.trace).flatMap((link): Arrow[] => {
    if (link.kind === 'order' && at !== link.from && at !== link.to) return [];
    const source = grid.trace.events[link.from - 1];
    const fromColumn = grid.columnOf(link.from);
    const toColumn = link.to === undefined ? -1 : grid.columnOf(link.to);
    // Within one fold there is nothing to see.
    if (!source || (fromColumn === toColumn && link.route !== 'drop')) return [];
    const base = { kind: link.kind, from: link.from, to: link.to, task: link.task };
    return [{ ...base, ...shapeOf(link, source.task, grid, frame) }];
  });
}

interface Shape { readonly path: string; readonly head: string; readonly chip?: Tag }

function shapeOf(link: Link, sourceTask: number, grid: Grid, frame: Frame): Shape {
  const from = grid.lane(sourceTask);
  const target = grid.lane(link.task);
  const sign = target.v > from.v ? 1 : -1;
  const u = grid.middle(link.from);
  const start = sign > 0 ? from.v + from.bar : from.v;

  switch (link.route) {
    case 'drop': {
      const end = grid.centre(link.task) - sign * (grid.metrics.readyBar / 2 + 1);
      return { path: frame.path('M', [u, start], 'L', [u, end - sign * HEAD]), head: head(frame, u, end, sign), ...chip(link, grid, frame, u, sourceTask, sign) };
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
  if (link.kind !== 'value' || link.value === undefined) return {};
  const text = shorten(clean(link.value), 8);
  const { v, bar } = grid.lane(task);
  const { laneAfter, laneBefore, gapMiddle } = grid.metrics;
  if (grid.axis === 'down' && textWidth(text) + 8 > laneAfter + laneBefore) return {};
  const middle = sign > 0 ? v + bar + gapMiddle : v - laneBefore - laneAfter + gapMiddle;
  return { chip: frame.tag(u, middle, text) };
}

/** Pairs of steps that race: a line between them, a diamond on each, and the name of what they race on, once. */
export function placeRaces(grid: Grid, frame: Frame): { races: readonly RaceLine[]; diamonds: readonly Diamond[] } {
  const { trace, metrics } = grid;
  const tagged = firstRaces(trace);
  const visible = (step: number): boolean => {
    const stretch = grid.stretches[grid.columnOf(step)];
    return stretch !== undefined && stretch.from === stretch.to;
  };
  const races = racePairs(trace).filter((p) => visible(p.from) && visible(p.to)).map(({ from, to, resource }): RaceLine => {
    const a = grid.lane(trace.events[from - 1]!.task);
    const b = grid.lane(trace.events[to - 1]!.task);
    const sign = Math.sign(b.v - a.v);
    const [u1, u2] = [barMiddle(grid, from), barMiddle(grid, to)];
    const v1 = sign > 0 ? a.v + a.bar : a.v;
    const v2 = sign > 0 ? b.v : b.v + b.bar;
    const named = tagged.some((t) => t.from === from && t.to === to && t.resource === resource);
    const name = resource === undefined ? '' : `: ${shorten(resourceName(trace, resource), 16)}`;
    const text = `race${name}`;
    const half = (textWidth(text) + 12) / 2;
    // Across: between the lanes, half way. Down: in the room that its row has before the bar.
    const tagAt = grid.axis === 'across'
      ? ([clamp((u1 + u2) / 2, half, grid.width - half), sign > 0 ? a.v + a.bar + metrics.gapMiddle : a.v - metrics.laneAfter - metrics.laneBefore + metrics.gapMiddle] as const)
      : ([grid.columns[grid.columnOf(to)]!.u + 12, clamp((v1 + v2) / 2, half, grid.width - half)] as const);
    return { from, to, start: frame.point(u1, v1), end: frame.point(u2, v2), ...(named && { tag: frame.tag(tagAt[0], tagAt[1], text) }) };
  });
  const steps = new Set(races.flatMap((r) => [r.from, r.to]));
  const diamonds = [...steps].map((step): Diamond => {
    const lane = grid.lane(trace.events[step - 1]!.task);
    const column = grid.columns[grid.columnOf(step)]!;
    const start = grid.axis === 'across' ? column.u + metrics.columnGap / 2 : column.u + column.size - metrics.minColumn + metrics.columnGap / 2;
    return { step, ...frame.point(start + 1, lane.v + 1) };
  });
  return { races, diamonds };
}

export function placeForks(grid: Grid, frame: Frame): readonly Fork[] {
  return grid.trace.events
    .filter((e) => e.others.length > 0 && grid.stretches.some((s) => s.from === e.step && s.to === e.step))
    .map((e) => ({ step: e.step, forced: e.forced, ...frame.point(barMiddle(grid, e.step), grid.lanesTo + grid.metrics.forks / 2) }));
}

/** The middle of the bar, which in a taller row is not the middle of the row. */
function barMiddle(grid: Grid, step: number): number {
  const column = grid.columns[grid.columnOf(step)]!;
  return grid.axis === 'across' ? column.u + column.size / 2 : column.u + column.size - grid.metrics.minColumn / 2;
}

const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(high, n));
