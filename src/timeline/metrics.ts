import type { Axis } from './scene.ts';

/** The sizes of one axis, in CSS pixels at the default text size. */
export interface Metrics {
  /** Strip for step numbers (and, beside it, times). */
  readonly head: number;
  readonly times: number;
  readonly minColumn: number;
  /** What a column has before its bar for the tag of a race; across, that stands between the lanes. */
  readonly raceRoom: number;
  /** Free space of a column beside its bar, half on each side. */
  readonly columnGap: number;
  /** Space for a label inside a bar, both sides together. */
  readonly barPadding: number;
  readonly minBar: number;
  readonly readyBar: number;
  /** Before the bar of a lane, and after it: room for the lock rail, chips and tags. */
  readonly laneBefore: number;
  readonly laneAfter: number;
  readonly rail: number;
  readonly gapMiddle: number;
  readonly shelf: number;
  readonly holder: number;
  readonly forks: number;
  readonly tail: number;
}

export function metricsOf(axis: Axis): Metrics {
  switch (axis) {
    case 'across':
      return {
        head: 24,
        times: 18,
        minColumn: 44,
        raceRoom: 0,
        columnGap: 4,
        barPadding: 14,
        minBar: 24,
        readyBar: 12,
        laneBefore: 7,
        laneAfter: 25,
        rail: 6,
        gapMiddle: 16,
        shelf: 36,
        holder: 28,
        forks: 20,
        tail: 28,
      };
    case 'down':
      return {
        head: 34,
        times: 52,
        minColumn: 36,
        raceRoom: 22,
        columnGap: 10,
        barPadding: 12,
        minBar: 44,
        readyBar: 14,
        laneBefore: 5,
        laneAfter: 17,
        rail: 6,
        gapMiddle: 11,
        shelf: 60,
        holder: 44,
        forks: 14,
        tail: 36,
      };
    default:
      return axis satisfies never;
  }
}
