/** That an exercise was solved, with all that anybody needs to find out again whether it was. */
export interface Solved {
  /** `part/lesson/id` */
  readonly exercise: string;
  readonly title: string;
  /** The day, as 2026-11-21. */
  readonly on: string;
  /** The program: the answer, or of an exercise that is about orders the program that was scheduled. */
  readonly code: string;
  /** The order that reaches the goal: of exercises in which the reader is the scheduler. */
  readonly schedule?: string | undefined;
  /** The reader claimed that no order reaches the goal, and all were tried. */
  readonly proof?: 'none' | undefined;
  /** “Right in all 42 orders.” */
  readonly verdict: string;
  /** Hints that were opened before. */
  readonly hints: number;
  /** Pieces of the solution that were shown before. */
  readonly pieces?: number | undefined;
  /** The solution was opened before. */
  readonly sawSolution?: boolean | undefined;
}

/** The last answer to an exercise that was checked and not right. */
export interface Tried {
  readonly exercise: string;
  readonly title: string;
  readonly on: string;
  readonly code: string;
  /** “Right in 41 of 42 orders.” */
  readonly verdict: string;
  /** The order in which it failed. */
  readonly schedule?: string | undefined;
  /** How often an answer was checked. */
  readonly tries: number;
}

/** What has been looked at of an exercise before it was solved. */
export interface Help {
  /** Hints that were opened. */
  readonly hints: number;
  /** Pieces of the solution that were shown. */
  readonly pieces: number;
  readonly sawSolution: boolean;
}

/** Where somebody was in a lesson. */
export interface Place {
  readonly lesson: string;
  readonly title: string;
  /** Id of the heading that was on top. */
  readonly heading?: string | undefined;
  /** Milliseconds since 1970, to tell which place is the latest. */
  readonly at: number;
  /** The end of the lesson has been on the screen. */
  readonly finished?: boolean | undefined;
}

export interface Progress {
  readonly solved: readonly Solved[];
  readonly places: readonly Place[];
}

/** The part of the browser's `Storage` that is used. */
export interface Shelf {
  readonly length: number;
  key(index: number): string | null;
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}
