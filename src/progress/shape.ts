/** Whether a value that was read, from storage or from a file, is what it should be. */
import type { Place, Solved, Tried } from './types.ts';

const exerciseId = /^[\w-]+\/[\w-]+\/[\w-]+$/;
const lessonId = /^[\w-]+\/[\w-]+$/;
const LONGEST = 100_000;

type Fields = Readonly<Record<string, unknown>>;

const isText = (value: unknown, longest = 300): value is string => typeof value === 'string' && value.length <= longest;
const isMissingOr = (value: unknown, test: (value: unknown) => boolean): boolean => value === undefined || test(value);
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
const isFlag = (value: unknown): boolean => typeof value === 'boolean';
const fieldsOf = (value: unknown): Fields | undefined => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : undefined);

export function isSolved(value: unknown): value is Solved {
  const fields = fieldsOf(value);
  if (fields === undefined) return false;
  const { exercise, title, on, code, schedule, proof, verdict, hints, pieces, sawSolution } = fields;
  return (
    isText(exercise) && exerciseId.test(exercise) && isText(title) && isText(on, 10) && /^\d{4}-\d\d-\d\d$/.test(on) &&
    isText(code, LONGEST) && isMissingOr(schedule, (text) => isText(text, LONGEST)) && isMissingOr(proof, (word) => word === 'none') &&
    isText(verdict, 2_000) && isCount(hints) && isMissingOr(pieces, isCount) && isMissingOr(sawSolution, isFlag)
  );
}

export function isTried(value: unknown): value is Tried {
  const fields = fieldsOf(value);
  if (fields === undefined) return false;
  const { exercise, title, on, code, verdict, schedule, tries } = fields;
  return (
    isText(exercise) && exerciseId.test(exercise) && isText(title) && isText(on, 10) && /^\d{4}-\d\d-\d\d$/.test(on) &&
    isText(code, LONGEST) && isText(verdict, 2_000) && isMissingOr(schedule, (text) => isText(text, LONGEST)) && isCount(tries)
  );
}

export function isPlace(value: unknown): value is Place {
  const fields = fieldsOf(value);
  if (fields === undefined) return false;
  const { lesson, title, heading, at, finished } = fields;
  return isText(lesson) && lessonId.test(lesson) && isText(title) && isMissingOr(heading, isText) && Number.isFinite(at) && isMissingOr(finished, isFlag);
}
