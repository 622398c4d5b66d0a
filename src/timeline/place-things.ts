import { findResource, resourceName, shorten } from '#trace';
import type { Frame } from './frame.ts';
import { textWidth } from './frame.ts';
import type { Grid } from './grid.ts';
import { holdings } from './ownership.ts';
import type { Rail, Rect, Shelf, Slots } from './scene.ts';
import { MOST_SLOTS, slotsWidth } from './slot-size.ts';

/** Patterns and hues for locks; the fourth lock starts over, and its name tells it from the first. */
export const RAIL_STYLES = 3;

/** The locks in their holders' hands. Two rails of one lock never overlap: that is mutual exclusion, to be seen. */
export function placeRails(grid: Grid, frame: Frame): readonly Rail[] {
  const locks = [
    ...new Set(grid.trace.resources.filter((r) => r.kind === 'mutex' || r.kind === 'rwmutex' || r.kind === 'lock').map((r) => r.id)),
  ];
  const last = grid.trace.events.length;
  const held = holdings(grid.trace);
  const isFold = (column: number): boolean => grid.stretches[column]?.from !== grid.stretches[column]?.to;
  return held.flatMap((holding, index): readonly Rail[] => {
    const { v, bar } = grid.lane(holding.task);
    // A lock taken while another is held lies outside it.
    const inside = held.slice(0, index).filter((h) => h.task === holding.task && (h.to ?? last) > holding.from).length;
    const middle = v + bar + 3 + grid.metrics.rail / 2 + (inside % 2) * 9;
    const first = grid.columnOf(holding.from);
    const final = grid.columnOf(holding.to ?? last);
    // Within one fold there is nothing to see; a rail that begins or ends in one leaves room for the next holder's.
    if (first === final && isFold(first) && holding.to !== undefined) return [];
    const from = isFold(first)
      ? grid.barOf(first).u + grid.barOf(first).size * 0.75
      : holding.handed
        ? grid.edge(first + 1) + 4
        : grid.barOf(first).u + 2;
    const end = grid.barOf(final);
    // Never let go: to the edge of the picture.
    const to = holding.to === undefined ? grid.edge(grid.columns.length + 1) - 4 : end.u + (isFold(final) ? end.size / 4 : end.size - 2);
    const name = shorten(resourceName(grid.trace, holding.resource), 10);
    const across = grid.axis === 'across';
    // Across, the name stands at the start of the rail; below one another, beside it.
    const start = across ? from + textWidth(name) + 4 : from;
    const rail = {
      resource: holding.resource,
      task: holding.task,
      fromStep: holding.handed ? holding.from + 1 : holding.from,
      toStep: holding.to ?? last,
      style: Math.max(0, locks.indexOf(holding.resource)) % RAIL_STYLES,
      shared: holding.shared,
      from: frame.point(Math.min(start, to - 8), middle),
      to: frame.point(to, middle),
      label: across ? frame.label(from, middle, name, 'start') : frame.label(from + 10, middle + 6, name, 'start'),
    };
    return [rail];
  });
}

/** Buffered channels: a line from the first step to the last, with the slots wherever something changed. */
export function placeShelves(grid: Grid, frame: Frame): readonly Shelf[] {
  return grid.shelves.map(({ occupancy, v, size }): Shelf => {
    const { resource, levels, closed } = occupancy;
    const middle = v + size / 2;
    const capacity = findResource(grid.trace, resource.id)?.capacity ?? 0;
    const shown = levels.filter(({ step }) => {
      const stretch = grid.stretches[grid.columnOf(step)];
      return stretch !== undefined && step === stretch.to;
    });
    return {
      resource: resource.id,
      name: frame.label(-10, middle, shorten(resourceName(grid.trace, resource.id), 14)),
      from: frame.point(grid.edge(0), middle),
      to: frame.point(grid.edge(grid.columns.length), middle),
      ...(closed !== undefined && { closed: frame.point(grid.middle(closed), middle) }),
      slots: shown
        .filter(({ step }) => step !== closed)
        .map(({ step, filled }): Slots => {
          const centre = frame.point(grid.middle(step), middle);
          const box = slotsWidth(occupancy);
          const rects =
            capacity > MOST_SLOTS
              ? []
              : Array.from({ length: capacity }, (_, i): Rect => ({ x: centre.x - box / 2 + i * 12, y: centre.y - 4.5, w: 9, h: 9 }));
          const label = capacity > MOST_SLOTS ? frame.tag(grid.middle(step), middle, `${filled}/${capacity}`) : undefined;
          return { step, filled, capacity, rects, ...(label && { label }) };
        }),
    };
  });
}
