import { cells } from '#trace';
import type { Axis, Label, Point, Rect, Tag } from './scene.ts';

/** Advance of one cell of the 13 px fixed-width face, rounded up so that fallback faces fit as well. */
const CELL = 7.9;
const TAG_HEIGHT = 17;

export const textWidth = (text: string): number => Math.ceil(cells(text) * CELL);

/**
 * Everything is placed by `u` (along the steps) and `v` (across the lanes). A frame turns the two into x and y, so the
 * vertical figure is the horizontal one, transposed. Text is the exception: it always reads left to right.
 */
export interface Frame {
  readonly axis: Axis;
  point(u: number, v: number): Point;
  rect(u: number, v: number, du: number, dv: number): Rect;
  label(u: number, v: number, text: string, anchor?: Label['anchor']): Label;
  /** A label with a ground of its own, centred on the point or starting at it. */
  tag(u: number, v: number, text: string, anchor?: 'start' | 'middle'): Tag;
  /** A path through points: M, then L or, with two control points each, C. */
  path(...parts: readonly (string | readonly [u: number, v: number])[]): string;
}

export function makeFrame(axis: Axis): Frame {
  const across = axis === 'across';
  const point = (u: number, v: number): Point => (across ? { x: r(u), y: r(v) } : { x: r(v), y: r(u) });
  return {
    axis,
    point,
    rect: (u, v, du, dv) => ({ ...point(u, v), ...(across ? { w: r(du), h: r(dv) } : { w: r(dv), h: r(du) }) }),
    label: (u, v, text, anchor = 'middle') => ({ ...point(u, v), text, anchor }),
    tag: (u, v, text, anchor = 'middle') => {
      const at = point(u, v);
      const w = textWidth(text) + 8;
      const x = anchor === 'middle' ? at.x - w / 2 : at.x;
      return { x: r(x + w / 2), y: at.y, text, anchor: 'middle', box: { x: r(x), y: r(at.y - TAG_HEIGHT / 2), w, h: TAG_HEIGHT } };
    },
    path: (...parts) =>
      parts
        .map((part) => {
          if (typeof part === 'string') return part;
          const { x, y } = point(part[0], part[1]);
          return `${x} ${y}`;
        })
        .join(' '),
  };
}

/** Whether two boxes share more than an edge. */
export const overlap = (a: Rect, b: Rect): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/** Half pixels keep the markup short and the edges sharp. */
const r = (n: number): number => Math.round(n * 2) / 2;
