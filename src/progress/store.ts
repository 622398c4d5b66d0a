import { isPlace, isSolved, isTried } from './shape.ts';
import type { Help, Place, Progress, Shelf, Solved, Tried } from './types.ts';

/**
 * Each exercise and each lesson has a key of its own, so that two tabs that write at the same time do not undo one another's work.
 */
const solvedPrefix = 'happens-before:solved:';
const placePrefix = 'happens-before:place:';
const triedPrefix = 'happens-before:tried:';
const helpPrefix = 'happens-before:help:';

export type Kept = 'kept' | 'full' | 'refused';

/** What is kept in `shelf`. What cannot be read is not there. Undefined: there is no shelf. */
export function readProgress(shelf: Shelf | undefined): Progress {
  const solved: Solved[] = [];
  const places: Place[] = [];
  for (const [key, text] of entries(shelf)) {
    const value = parse(text);
    if (key.startsWith(solvedPrefix) && isSolved(value) && key === solvedPrefix + value.exercise) solved.push(value);
    else if (key.startsWith(placePrefix) && isPlace(value) && key === placePrefix + value.lesson) places.push(value);
  }
  return { solved: solved.sort((a, b) => (a.exercise < b.exercise ? -1 : 1)), places: places.sort((a, b) => b.at - a.at) };
}

/** The first time counts: whoever solves an exercise again, with fewer hints or none, keeps the better of the two. */
export function keepSolved(shelf: Shelf | undefined, solved: Solved): Kept {
  const before = readSolved(shelf, solved.exercise);
  if (before && effort(before) <= effort(solved)) return 'kept';
  return put(shelf, solvedPrefix + solved.exercise, solved);
}

const effort = ({ hints, pieces = 0, sawSolution }: Solved): number => hints + pieces + (sawSolution ? 100_000 : 0);

export function readSolved(shelf: Shelf | undefined, exercise: string): Solved | undefined {
  const value = parse(get(shelf, solvedPrefix + exercise));
  return isSolved(value) && value.exercise === exercise ? value : undefined;
}

/** Keeps the last answer that was wrong, and counts it. One that was right before takes the place of nothing. */
export function keepTried(shelf: Shelf | undefined, tried: Omit<Tried, 'tries'>): Kept {
  const before = parse(get(shelf, triedPrefix + tried.exercise));
  return put(shelf, triedPrefix + tried.exercise, { ...tried, tries: (isTried(before) ? before.tries : 0) + 1 });
}

/** Exercises that were begun, with a check, and are not solved. */
export function readUnsolved(shelf: Shelf | undefined): readonly Tried[] {
  const values = entries(shelf).flatMap(([key, text]) => (key.startsWith(triedPrefix) ? [parse(text)] : []));
  return values.filter(isTried).filter(({ exercise }) => readSolved(shelf, exercise) === undefined).sort((a, b) => (a.exercise < b.exercise ? -1 : 1));
}

export function readHelp(shelf: Shelf | undefined, exercise: string): Help {
  const { hints, pieces, sawSolution } = (parse(get(shelf, helpPrefix + exercise)) ?? {}) as Readonly<Record<keyof Help, unknown>>;
  return { hints: countOf(hints), pieces: countOf(pieces), sawSolution: sawSolution === true };
}

const countOf = (value: unknown): number => (typeof value === 'number' && value > 0 ? value : 0);

export const keepHelp = (shelf: Shelf | undefined, exercise: string, help: Help): Kept => put(shelf, helpPrefix + exercise, help);

export function keepPlace(shelf: Shelf | undefined, place: Place): Kept {
  const before = parse(get(shelf, placePrefix + place.lesson));
  const finished = place.finished === true || (isPlace(before) && before.finished === true);
  return put(shelf, placePrefix + place.lesson, { ...place, ...(finished && { finished }) });
}

/** Adds what is not there yet, or is better; nothing is lost. Returns how many exercises are new, and whether all was kept. */
export function merge(shelf: Shelf | undefined, { solved, places }: Progress): { readonly added: number; readonly kept: Kept } {
  const known = new Set(readProgress(shelf).solved.map(({ exercise }) => exercise));
  const latest = new Map(readProgress(shelf).places.map(({ lesson, at }) => [lesson, at]));
  const kept = [
    ...solved.map((each) => keepSolved(shelf, each)),
    ...places.filter(({ lesson, at }) => at > (latest.get(lesson) ?? 0)).map((each) => keepPlace(shelf, each)),
  ];
  return { added: solved.filter(({ exercise }) => !known.has(exercise)).length, kept: kept.find((each) => each !== 'kept') ?? 'kept' };
}

/** Removes all progress, and returns what puts it back. Drafts of programs stay. */
export function clear(shelf: Shelf | undefined): () => void {
  const before = entries(shelf).filter(([key]) => [solvedPrefix, triedPrefix, placePrefix, helpPrefix].some((prefix) => key.startsWith(prefix)));
  for (const [key] of before) shelf?.removeItem(key);
  return () => {
    for (const [key, text] of before) shelf?.setItem(key, text);
  };
}

/** Whether a change of this key, in another tab, is one of progress. */
export const isProgressKey = (key: string | null): boolean => key === null || key.startsWith(solvedPrefix) || key.startsWith(placePrefix);

function entries(shelf: Shelf | undefined): readonly (readonly [string, string])[] {
  try {
    const keys = Array.from({ length: shelf?.length ?? 0 }, (_, index) => shelf!.key(index));
    return keys.flatMap((key) => {
      const text = key === null ? null : shelf!.getItem(key);
      return key === null || text === null ? [] : [[key, text] as const];
    });
  } catch {
    return [];
  }
}

function get(shelf: Shelf | undefined, key: string): string {
  try {
    return shelf?.getItem(key) ?? '';
  } catch {
    return '';
  }
}

function put(shelf: Shelf | undefined, key: string, value: unknown): Kept {
  if (shelf === undefined) return 'refused';
  try {
    shelf.setItem(key, JSON.stringify(value));
    return 'kept';
  } catch (error) {
    return (error as { name?: unknown } | null)?.name === 'QuotaExceededError' ? 'full' : 'refused';
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
