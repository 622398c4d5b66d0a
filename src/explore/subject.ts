import { Run, type RunOptions, type Steps } from '#kernel';

/** A program that can be run again and again: `prepare` readies one run of it and returns its main. */
export interface Subject {
  prepare(run: Run): () => Steps;
  /** File names by index, for places. */
  readonly files?: readonly string[];
}

/** A new run of `subject`, and its main. */
export function begin(subject: Subject, options: RunOptions): { run: Run; main: () => Steps } {
  const run = new Run(subject.files === undefined ? options : { ...options, files: subject.files });
  return { run, main: subject.prepare(run) };
}
