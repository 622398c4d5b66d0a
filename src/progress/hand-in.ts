import { progress } from '#words';
import type { Solved, Tried } from './types.ts';

/** What a learner hands in. There is nothing in it that the page does not name first. */
export interface HandIn {
  /** A name or a number, as the instructor asks for it. */
  readonly student: string;
  readonly course: { readonly title: string; readonly version: string };
  readonly solved: readonly Solved[];
  /** The last answers to exercises that are not solved. */
  readonly unsolved: readonly Tried[];
}

/**
 * The file that `grade` reads: evidence, which it runs again, and the version of the course in which it was made. It can be read as progress too, by the page that saved
 * it. Where somebody was in a lesson is not in it.
 */
export const toHandIn = ({ student, course, solved, unsolved }: HandIn): string =>
  `${JSON.stringify({ format: 'happens-before-progress', version: 1, student, course, attempts: solved, unsolved }, undefined, 2)}\n`;

/** The contents in plain words, one sentence each: what is in the file, and what is not. `label` is what the instructor asks for: a name, a number. */
export function handInWords({ student, course, solved, unsolved }: HandIn, label: string): { readonly holds: readonly string[]; readonly not: string } {
  const { handIn: words } = progress;
  const help = solved.filter(({ hints, pieces = 0, sawSolution }) => hints + pieces > 0 || sawSolution).length;
  return {
    holds: [
      student === '' ? words.noName(label) : words.name(student),
      words.solved(solved.length),
      ...(help === 0 ? [] : [words.help(help)]),
      ...(unsolved.length === 0 ? [] : [words.unsolved(unsolved.length)]),
      words.version(course.version),
    ],
    not: words.not,
  };
}

/** A name that every system takes. */
export const fileNameFor = (student: string, ending = 'handin'): string => `${student.normalize('NFC').replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'course'}.${ending}`;
