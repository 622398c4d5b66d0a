import type { Place } from '#trace';
import { Run, type RunOptions, type Steps } from '#kernel';

/** A program that can be run again and again: `prepare` readies one run of it and returns its main. */
export interface Subject {
  prepare(run: Run): () => Steps;
  /** File names by index, for places. */
  readonly files?: readonly string[];
  /** The file that places do not name: the learner's. */
  readonly mainFile?: string;
  /** Where an error was thrown, if that can be told. */
  readonly locate?: (error: unknown) => Place | undefined;
}

/** A new run of `subject`, and its main. */
export function begin(subject: Subject, options: RunOptions): { run: Run; main: () => Steps } {
  const run = new Run({ ...options, ...(subject.files === undefined ? {} : { files: subject.files }), ...(subject.mainFile === undefined ? {} : { mainFile: subject.mainFile }), ...(subject.locate === undefined ? {} : { locate: subject.locate }) });
  return { run, main: subject.prepare(run) };
}
