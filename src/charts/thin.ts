import type { Line, Point } from './types.ts';

/** The value of a line at `x`: of the last point that is not after it. 0 before the first. */
export function valueAt({ points, isSlope }: Line, x: number): number {
  let [low, high] = [0, points.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((points[middle] as Point).x <= x) low = middle + 1;
    else high = middle;
  }
  const before = points[low - 1];
  const after = points[low];
  if (before === undefined) return 0;
  if (!isSlope || after === undefined || after.x === before.x) return before.y;
  return before.y + ((after.y - before.y) * (x - before.x)) / (after.x - before.x);
}

/**
 * At most four points for each of `columns` columns between 0 and `end`: the first and the last, the lowest and the highest. So no peak
 * is lost, however many points there are.
 */
export function thin(points: readonly Point[], end: number, columns: number): Point[] {
  if (points.length <= columns * 4) return points.slice();
  const kept: Point[] = [];
  for (let i = 0; i < points.length; ) {
    const column = Math.floor(((points[i] as Point).x * columns) / end);
    let [lowest, highest, last] = [i, i, i];
    for (; last < points.length && Math.floor(((points[last] as Point).x * columns) / end) === column; last++) {
      if ((points[last] as Point).y < (points[lowest] as Point).y) lowest = last;
      if ((points[last] as Point).y > (points[highest] as Point).y) highest = last;
    }
    for (const index of [...new Set([i, lowest, highest, last - 1])].sort((a, b) => a - b)) kept.push(points[index] as Point);
    i = last;
  }
  return kept;
}
