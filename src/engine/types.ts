/**
 * The engine's doorway: plain data in, plain data out. The page's sandbox, the site's build, the tests and the command
 * line all call `handle(request, emit)`; nobody else drives compile, runtime, explore and check together.
 */
import type { Mode, Place, Trace } from '#trace';
import type { Exploration, Goal, Progress, Standing } from '#explore';
import type { Verdict } from '#check';

/** File name (`main.ts`, `starter.ts`, `check.ts`) → TypeScript text. */
export type Files = Readonly<Record<string, string>>;

/** A program as its author wrote it, or already lowered at build time by `compile`. */
export interface Program {
  readonly files: Files;
  readonly entry: string;
  /** Output of `compile` for exactly these files; saves the learner's machine the work. */
  readonly compiled?: CompiledProgram;
}

/** JavaScript text that `new Function("$", code)` accepts, with everything needed to find the learner's lines again. */
export interface CompiledProgram {
  readonly code: string;
  readonly entry: string;
  /** For each line of `code` (0-based index): file index and 1-based source line, or undefined for glue. */
  readonly files: readonly string[];
  /** `code` line (1-based) at which each file's text starts; lines are kept one to one from there. */
  readonly starts: readonly number[];
}

export interface Diagnostic {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length?: number;
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
}

export type Request = Wanted & {
  /** Not only an answer, but how far the program comes on its way there, from the mark of this number on. For whoever looks for where it gets stuck. */
  readonly marksFrom?: number;
};

type Wanted =
  /** One run. Without a schedule: the course's default order (the current task goes on while it can). */
  | { readonly kind: 'run'; readonly program: Program; readonly mode?: Mode; readonly schedule?: string; readonly timers?: 'any' | 'patient'; readonly cores?: number; readonly freeThreaded?: boolean; readonly maxSteps?: number }
  | { readonly kind: 'explore'; readonly program: Program; readonly mode?: Mode; readonly timers?: 'any' | 'patient'; readonly cores?: number; readonly freeThreaded?: boolean; readonly maxRuns?: number; readonly maxSteps?: number; readonly strategy?: 'dpor' | 'naive' | 'pct' | 'random'; readonly seed?: number; readonly begin?: string; readonly goal?: Goal }
  /** Where the program stands after `schedule`, and who could go next: for a reader who schedules by hand. */
  | { readonly kind: 'stand'; readonly program: Program; readonly schedule: string; readonly mode?: Mode; readonly timers?: 'any' | 'patient'; readonly cores?: number; readonly freeThreaded?: boolean; readonly maxSteps?: number; readonly goal?: Goal }
  /** Judge `program` against an exercise's check file (`check` is part of `program.files`; the answer is `answer`). */
  | { readonly kind: 'check'; readonly program: Program; readonly answer: string; readonly check: string; /** Other files of the answer: a mistake may be told by their text as well. */ readonly also?: readonly string[]; /** Tries so many times more orders than a page has time for. */ readonly effort?: number };

export type Reply =
  | { readonly kind: 'output'; readonly lines: readonly string[] }
  | { readonly kind: 'progress'; readonly progress: Progress }
  /** The program has come to its mark number `mark`, at `place`. Of what it comes to before number `next` it says nothing. */
  | { readonly kind: 'reached'; readonly mark: number; readonly next: number; readonly place: Place }
  | { readonly kind: 'ran'; readonly trace: Trace }
  | { readonly kind: 'explored'; readonly exploration: Exploration; /** The simplest failing run, or one passing run. */ readonly trace?: Trace }
  | { readonly kind: 'stands'; readonly standing: Standing }
  | { readonly kind: 'judged'; readonly verdict: Verdict }
  | { readonly kind: 'refused'; readonly diagnostics: readonly Diagnostic[] }
  /** The program broke a limit or the engine failed: `title` is one line, `text` the rest. */
  | { readonly kind: 'stopped'; readonly title: string; readonly text: string; readonly place?: Place };

export type Reached = Extract<Reply, { kind: 'reached' }>;
