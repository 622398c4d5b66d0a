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

const some = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** The contents in plain words, one sentence each: what is in the file, and what is not. */
export function handInWords({ student, course, solved, unsolved }: HandIn): { readonly holds: readonly string[]; readonly not: string } {
  const help = solved.filter(({ hints, pieces = 0, sawSolution }) => hints + pieces > 0 || sawSolution).length;
  return {
    holds: [
      student === '' ? 'No name yet: write it above.' : `What you wrote above: “${student}”.`,
      `${some(solved.length, 'solved exercise')}: for each your program or your order, the verdict, and the day.`,
      ...(help === 0 ? [] : [`That you opened hints or solutions for ${help} of them, and how many.`]),
      ...(unsolved.length === 0 ? [] : [`${some(unsolved.length, 'exercise')} that you checked and have not solved: your last program, and how often you checked.`]),
      `The version of the course: ${course.version}.`,
    ],
    not: 'Nothing else: not which lessons you read, not the time of day, not what you never checked, nothing of your machine. The file is saved on your machine and sent nowhere; handing it in is up to you.',
  };
}

/** A name that every system takes. */
export const fileNameFor = (student: string, ending = 'handin'): string => `${student.normalize('NFC').replace(/[^\p{L}\p{N}-]+/gu, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'course'}.${ending}`;
