import type { TaskId, Trace } from '#trace';
import type { Other } from './beside.ts';

export interface MountOptions {
  /** Called when the step changes: its line, the step (0: none is selected), and the file, if that is not the program's main one. */
  readonly onLine?: (line: number | undefined, step: number, file?: string) => void;
  /** Called when the reader asks for the source line with L. */
  readonly onSource?: (line: number, step: number, file?: string) => void;
  /** With it, a step where others could have gone offers them: "let b go instead". */
  readonly onChoose?: (step: number, task: TaskId) => void;
  /** With it, a run that fails or races offers to be compared; the page then calls `compare`. */
  readonly onCompare?: () => void;
  /** What a file of the figure is called. */
  readonly name?: string;
  readonly at?: number | undefined;
  readonly foldOver?: number;
  /** Another order, drawn below. */
  readonly other?: Other | undefined;
}

export interface TimelineHandle {
  /** Shows another trace. Keeps no step selected unless `at` says so. It can be compared with `before`, if that is given. */
  update(trace: Trace, at?: number, before?: Other): void;
  /** Draws another order of the same program below, from where the two part; undefined takes it away. */
  compare(other: Other | undefined): void;
  /** Lights every step that ran this line, of the main file unless `file` names another; undefined lights none. */
  lightLine(line: number | undefined, file?: string): void;
  /** Selects a step; 0 or undefined selects none. */
  goTo(step: number | undefined): void;
  destroy(): void;
}
