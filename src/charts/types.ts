/** How a line is drawn. Colour never stands alone: each tone has a pattern of its own, and each line its name beside it. */
export type Tone = 'go' | 'warm' | 'wait' | 'wrong';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One quantity over time. It keeps its value until the next point, unless it grows (`isSlope`): then lines lead from point to point. */
export interface Line {
  readonly name: string;
  readonly tone: Tone;
  readonly points: readonly Point[];
  readonly isSlope?: boolean;
}

/** What `x` counts where it is not time: whole things, or the few cases that `marks` names. */
export interface Across {
  readonly unit: string;
  readonly marks?: readonly { readonly x: number; readonly name: string }[];
}

/** Quantities over time, or over something else. `x` is milliseconds unless `across` says what. */
export interface Plot {
  readonly kind: 'plot';
  readonly title: string;
  /** What `y` counts: `requests`, `messages`; `ms` is written as a time, `×` and `%` behind the number. */
  readonly unit: string;
  readonly across?: Across;
  readonly lines: readonly Line[];
  /** Areas on top of one another, whose sum counts, rather than lines. */
  readonly isStacked?: boolean;
}

export interface Bar {
  readonly name: string;
  readonly value: number;
  readonly tone: Tone;
}

/** A few quantities side by side. */
export interface Bars {
  readonly kind: 'bars';
  readonly title: string;
  readonly unit: string;
  readonly bars: readonly Bar[];
}

export type Chart = Plot | Bars;
