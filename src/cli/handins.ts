import { readdirSync, readFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { UsageError } from './usage.ts';

/** One answer of one student. */
export interface HandIn {
  readonly student: string;
  readonly exercise: string;
  readonly code: string;
  /** Of an exercise that is about orders: the order, or `none` for the claim that there is none. */
  readonly schedule?: string;
}

export interface HandIns {
  readonly answers: readonly HandIn[];
  /** What could not be read, one line each. Never stops the others. */
  readonly problems: readonly string[];
}

/**
 * Reads a folder of hand-ins. Two forms, side by side: a folder per student with one `EXERCISE.ts` per answer, or a file
 * `STUDENT.handin` with `{ "student": …, "attempts": [{ "exercise": …, "code": … }] }`; the page saves progress in this form. An attempt at an exercise
 * that is about orders has a "schedule", or "proof": "none".
 */
export function readHandIns(folder: string): HandIns {
  const answers: HandIn[] = [];
  const problems: string[] = [];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) answers.push(...readFolder(path, entry.name));
    else if (entry.name.endsWith('.handin')) readFile(path, entry.name, answers, problems);
  }
  return { answers, problems };
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    throw new UsageError(`cannot read the folder ${folder}`);
  }
}

function readFolder(path: string, student: string): HandIn[] {
  const files = readdirSync(path).filter((file) => file.endsWith('.ts')).sort();
  return files.map((file) => ({ student, exercise: parse(file).name, code: readFileSync(join(path, file), 'utf8') }));
}

function readFile(path: string, name: string, answers: HandIn[], problems: string[]): void {
  let content: unknown;
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    problems.push(`${name}: not JSON (${error instanceof Error ? error.message : String(error)})`);
    return;
  }
  const { student = parse(name).name, attempts } = (content ?? {}) as { student?: unknown; attempts?: unknown };
  if (!Array.isArray(attempts)) {
    problems.push(`${name}: "attempts" is missing or not a list`);
    return;
  }
  attempts.forEach((attempt: unknown, index) => {
    const { exercise, code, schedule, proof } = (attempt ?? {}) as Readonly<Record<string, unknown>>;
    const order = proof === 'none' ? 'none' : typeof schedule === 'string' ? schedule : undefined;
    if (typeof exercise === 'string' && typeof code === 'string') answers.push({ student: String(student), exercise, code, ...(order === undefined ? {} : { schedule: order }) });
    else problems.push(`${name}: attempt ${index + 1} has no "exercise" or no "code"`);
  });
}
