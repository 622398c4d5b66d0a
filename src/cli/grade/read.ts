import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, parse, relative } from 'node:path';
import { UsageError } from '../usage.ts';
import { clean } from './clean.ts';

/** One answer of one student. */
export interface Answer {
  readonly exercise: string;
  readonly code: string;
  /** Of an exercise that is about orders: the order, or `none` for the claim that there is none. */
  readonly schedule?: string;
  /** The student says that it was solved. The others are handed in as far as they got. */
  readonly claimed: boolean;
}

export interface HandIn {
  /** Below the folder of hand-ins. */
  readonly file: string;
  readonly student: string;
  /** The version of the course in which it was made, if it says so. */
  readonly version: string;
  readonly answers: readonly Answer[];
  /** What could not be read, one line each. */
  readonly problems: readonly string[];
  /** Of its contents. */
  readonly hash: string;
}

/** What one person can have written in a course; beyond it a file is something else. */
const MOST_BYTES = 5_000_000;
const MOST_ANSWERS = 500;
const LONGEST_CODE = 100_000;
/** Folders within folders that archives of learning platforms have. */
const DEEPEST = 6;

/**
 * Reads a folder of hand-ins, with the folders in it. Two forms, side by side: a file `ANYTHING.handin` that the page has saved, or a folder per student with one
 * `EXERCISE.ts` per answer. Nothing in them stops the rest: what cannot be read becomes a problem of its hand-in. Links and special files are left alone.
 *
 * @throws UsageError if `folder` itself cannot be read
 */
export function readHandIns(folder: string): readonly HandIn[] {
  try {
    if (!lstatSync(folder).isDirectory()) throw new Error('not a folder');
    readdirSync(folder);
  } catch {
    throw new UsageError(`cannot read the folder ${folder}`);
  }
  return [...within(folder, folder, 0)];
}

function* within(top: string, folder: string, depth: number): Generator<HandIn> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  const programs = entries.filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map(({ name }) => name);
  if (programs.length > 0 && depth > 0) yield readFolder(top, folder, programs);
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && depth < DEEPEST) yield* within(top, path, depth + 1);
    else if (/\.handin(\.json|\.txt)?$/i.test(entry.name)) yield readFile(top, path);
  }
}

function readFolder(top: string, folder: string, names: readonly string[]): HandIn {
  const problems: string[] = [];
  const answers = names.flatMap((name): Answer[] => {
    const text = bytesOf(join(folder, name), LONGEST_CODE * 4);
    if (typeof text !== 'string' && text.toString().length <= LONGEST_CODE) return [{ exercise: parse(name).name, code: text.toString(), claimed: true }];
    problems.push(`${clean(name, 100)}: ${typeof text === 'string' ? text : `longer than ${LONGEST_CODE.toLocaleString('en')} characters`}`);
    return [];
  });
  return { file: clean(relative(top, folder), 300), student: clean(basename(folder), 120), version: '', answers, problems, hash: hashOf(JSON.stringify(answers)) };
}

function readFile(top: string, path: string): HandIn {
  const named = { file: clean(relative(top, path), 300), student: clean(basename(path).replace(/\.handin.*$/i, ''), 120), version: '', answers: [] };
  const bytes = bytesOf(path, MOST_BYTES);
  if (typeof bytes === 'string') return { ...named, problems: [bytes], hash: '' };
  const hash = hashOf(bytes);
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    return { ...named, hash, problems: [`cannot be read: ${bytes.length === 0 ? 'it is empty' : error instanceof SyntaxError ? 'not whole, or not JSON. Ask for the file again' : 'not a text'}`] };
  }
  return { ...named, ...readContent(content, named.student), hash };
}

/** The bytes of an ordinary file, or why there are none. It is opened without waiting, and looked at before it is read: a pipe would wait for ever. */
function bytesOf(path: string, most: number): Buffer | string {
  let file: number;
  try {
    if (!lstatSync(path).isFile()) return 'not an ordinary file';
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch {
    return 'cannot be opened';
  }
  try {
    const stat = fstatSync(file);
    if (!stat.isFile()) return 'not an ordinary file';
    if (stat.size > most) return `larger than any hand-in of this course: ${stat.size.toLocaleString('en')} bytes`;
    return readFileSync(file);
  } catch {
    return 'cannot be read';
  } finally {
    closeSync(file);
  }
}

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields => (typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {});

function readContent(content: unknown, name: string): Pick<HandIn, 'student' | 'version' | 'answers' | 'problems'> {
  const { student, course, attempts, unsolved = [] } = fieldsOf(content);
  const { version } = fieldsOf(course);
  const said = {
    student: (typeof student === 'string' ? clean(student, 120) : '') || name,
    version: typeof version === 'string' ? clean(version, 60) : '',
  };
  if (!Array.isArray(attempts)) return { ...said, answers: [], problems: ['"attempts" is missing or not a list: this is a file of something else'] };
  const problems: string[] = [];
  const all = [...attempts.map((attempt: unknown) => [attempt, true] as const), ...(Array.isArray(unsolved) ? unsolved : []).map((attempt: unknown) => [attempt, false] as const)];
  if (all.length > MOST_ANSWERS) problems.push(`${all.length.toLocaleString('en')} answers; the first ${MOST_ANSWERS} were looked at`);
  const answers = all.slice(0, MOST_ANSWERS).flatMap(([attempt, claimed], index): Answer[] => {
    const answer = readAnswer(attempt, claimed);
    if (typeof answer !== 'string') return [answer];
    problems.push(`answer ${index + 1}: ${answer}`);
    return [];
  });
  return { ...said, answers, problems };
}

function readAnswer(attempt: unknown, claimed: boolean): Answer | string {
  const { exercise, code, schedule, proof } = fieldsOf(attempt);
  if (typeof exercise !== 'string' || typeof code !== 'string') return 'no "exercise" or no "code"';
  if (!/^[\w-]{1,100}(\/[\w-]{1,100}){0,2}$/.test(exercise)) return `"${clean(exercise, 60)}" is no name of an exercise`;
  if (code.length > LONGEST_CODE) return `${exercise}: the program is longer than ${LONGEST_CODE.toLocaleString('en')} characters`;
  const order = proof === 'none' ? 'none' : typeof schedule === 'string' && schedule.length <= LONGEST_CODE ? schedule : undefined;
  return { exercise, code, claimed, ...(order === undefined ? {} : { schedule: order }) };
}

const hashOf = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');
