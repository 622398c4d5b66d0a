import { progress } from '#words';
import { isPlace, isSolved } from './shape.ts';
import type { Progress, Solved } from './types.ts';

const format = 'happens-before-progress';

/**
 * Progress as a file. It is a hand-in as well: `attempts` is what the command `grade` reads, and runs again; whatever else stands here it
 * does not believe.
 */
export function toFile({ solved, places }: Progress, student: string): string {
  return `${JSON.stringify({ format, version: 1, ...(student === '' ? {} : { student }), attempts: solved, places }, undefined, 2)}\n`;
}

export type Reading = { readonly ok: true; readonly progress: Progress; /** Entries that could not be read. */ readonly left: number } | { readonly ok: false; readonly say: string };

/** Reads such a file. Never throws; entries that are not what they should be are left out, and counted. */
export function fromFile(text: string): Reading {
  const { file: words } = progress;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, say: words.unreadable };
  }
  const { format: named, version, attempts, places } = (value ?? {}) as Readonly<Record<string, unknown>>;
  if (named !== format || !Array.isArray(attempts)) return { ok: false, say: words.other };
  if (version !== 1) return { ok: false, say: words.newer };
  const listed = Array.isArray(places) ? places : [];
  const found = { solved: attempts.filter(isSolved), places: listed.filter(isPlace) };
  return { ok: true, progress: found, left: attempts.length - found.solved.length + listed.length - found.places.length };
}

/** How the evidence can be looked at again, as a command. */
export const commandFor = ({ exercise, schedule, proof }: Solved): string =>
  schedule === undefined && proof === undefined ? `hb check ${exercise} answer.ts` : `hb check ${exercise} --schedule "${schedule ?? 'none'}"`;
