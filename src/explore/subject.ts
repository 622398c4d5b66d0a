import type { Place } from '#trace';
import { Footprint, Run, type RunOptions, type Steps } from '#kernel';

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

/** A new run of a program, and its main. */
export interface Begun {
  readonly run: Run;
  readonly main: () => Steps;
}

/** A new run of `subject`, and its main. */
export const begin = (subject: Subject, options: RunOptions): Begun => beginner(subject, options)();

/** Makes runs of `subject`, all of the same options: one after the other, for they share what is written over at every step. */
export function beginner(subject: Subject, options: RunOptions): () => Begun {
  const { files, mainFile, locate } = subject;
  const all = { ...options, ...(files === undefined ? {} : { files }), ...(mainFile === undefined ? {} : { mainFile }), ...(locate === undefined ? {} : { locate }) };
  const footprint = new Footprint();
  return () => {
    const run = new Run(all, footprint);
    return { run, main: subject.prepare(run) };
  };
}
