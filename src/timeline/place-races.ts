import { resourceName, shorten } from '#trace';
import { overlap, textWidth, type Frame } from './frame.ts';
import type { Grid } from './grid.ts';
import { firstRaces, racePairs } from './race-pairs.ts';
import type { Cap, Diamond, RaceLine, Rect, Tag } from './scene.ts';

/** Pairs of steps that race: a line between them, a diamond on each, and the name of what they race on, once. `caps`: how lanes end. */
export function placeRaces(
  grid: Grid,
  frame: Frame,
  caps: readonly Cap[],
): { races: readonly RaceLine[]; diamonds: readonly Diamond[] } {
  const { trace, metrics } = grid;
  const tagged = firstRaces(trace);
  const ends = caps.map(({ x, y }): Rect => ({ x: x - 6, y: y - 6, w: 12, h: 12 }));
  const visible = (step: number): boolean => {
    const stretch = grid.stretches[grid.columnOf(step)];
    return stretch !== undefined && stretch.from === stretch.to;
  };
  const races = racePairs(trace)
    .filter((p) => visible(p.from) && visible(p.to))
    .map(({ from, to, resource }): RaceLine => {
      const a = grid.lane(trace.events[from - 1]!.task);
      const b = grid.lane(trace.events[to - 1]!.task);
      const sign = Math.sign(b.v - a.v);
      const [u1, u2] = [grid.middle(from), grid.middle(to)];
      const v1 = sign > 0 ? a.v + a.bar : a.v;
      const v2 = sign > 0 ? b.v : b.v + b.bar;
      const named = tagged.some((t) => t.from === from && t.to === to && t.resource === resource);
      const name = resource === undefined ? '' : `: ${shorten(resourceName(trace, resource), 16)}`;
      const text = `race${name}`;
      const half = (textWidth(text) + 12) / 2;
      const tag = (): Tag => {
        // Across: between the lanes, half way.
        if (grid.axis === 'across') {
          const v = sign > 0 ? a.v + a.bar + metrics.gapMiddle : a.v - metrics.laneAfter - metrics.laneBefore + metrics.gapMiddle;
          return frame.tag(clamp((u1 + u2) / 2, half, grid.width - half), v, text);
        }
        // Down: in the room that its row has before the bar, to one side of a lane that ends there.
        const middle = (v1 + v2) / 2;
        const places = [middle, ...ends.flatMap(({ x, w }) => [x + w + half, x - half]).toSorted((one, two) => Math.abs(one - middle) - Math.abs(two - middle))];
        const tags = places.map((v) => frame.tag(grid.columns[grid.columnOf(to)]!.u + 12, clamp(v, half, grid.width - half), text));
        return tags.find(({ box }) => !ends.some((end) => overlap(box, end))) ?? tags[0]!;
      };
      return { from, to, start: frame.point(u1, v1), end: frame.point(u2, v2), ...(named && { tag: tag() }) };
    });
  const steps = new Set(races.flatMap((r) => [r.from, r.to]));
  const diamonds = [...steps].map((step): Diamond => {
    const lane = grid.lane(trace.events[step - 1]!.task);
    const start = grid.barOf(grid.columnOf(step)).u;
    return { step, ...frame.point(start + 1, lane.v + 1) };
  });
  return { races, diamonds };
}

const clamp = (n: number, low: number, high: number): number => Math.max(low, Math.min(high, n));
