import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { findBoundary, runBatch, type Boundary } from '#sandbox/batch';
import { engineScript } from '#sandbox/node';
import { askedFor } from '../lessons-folder.ts';
import { parse, wholeNumber } from '../options.ts';
import { UsageError } from '../usage.ts';
import { Course } from './course.ts';
import { csv } from './csv.ts';
import { Journal } from './journal.ts';
import { judgeAnswers, type Judgement, type Run } from './judge.ts';
import { findLikeness } from './likeness.ts';
import { Meter } from './meter.ts';
import { readHandIns, type HandIn } from './read.ts';
import { summaryOf, type Graded } from './summary.ts';

const COLUMNS = ['student', 'exercise', 'result', 'orders', 'right', 'complete', 'claimed', 'mistake', 'comment', 'schedule', 'replay', 'version', 'file'] as const;

/** For one answer, on the instructor's machine. QuickJS compiles nothing to the machine's own code. */
const ANSWER_MS: Readonly<Record<Boundary['name'], number>> = { bubblewrap: 20_000, quickjs: 60_000 };

/**
 * `grade FOLDER --out FILE.csv`: runs every answer of every hand-in again, isolated, and writes a line for each, and a summary beside it. Believes nothing it is told.
 * Goes on where it was ended: `FILE.csv.journal` keeps what is done.
 */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, ['out', 'jobs', 'site', 'isolation', 'seconds']);
  const [folder] = positionals;
  const out = values['out'];
  if (folder === undefined || typeof out !== 'string') throw new UsageError('a folder of hand-ins and --out FILE.csv are needed');
  const jobs = wholeNumber(values, 'jobs') ?? availableParallelism();
  const boundary = boundaryFor(values['isolation']);
  const timeoutMs = (wholeNumber(values, 'seconds') ?? 0) * 1_000 || ANSWER_MS[boundary?.name ?? 'quickjs'];
  const handIns = readHandIns(folder);
  if (handIns.length === 0) console.error(`${folder}: no hand-ins. Expected NAME.handin, or a folder STUDENT with EXERCISE.ts in it`);
  if (boundary === undefined) console.error(unisolated);
  else console.error(`Answers run in ${boundary.says}.`);

  const engine = await engineScript();
  const course = new Course();
  const basis = createHash('sha256').update(engine.hash).update(course.hash()).update(boundary?.name ?? 'none').update(String(timeoutMs)).digest('hex');
  if (values['fresh'] === true) rmSync(`${out}.journal`, { force: true });
  const journal = new Journal(`${out}.journal`);
  const meter = new Meter(handIns.length);
  const run: Run = boundary === undefined ? nobody : (requests) => runBatch(requests, { boundary, engine: engine.text, timeoutMs, limits: { exploreMs: timeoutMs } });

  // So that no program goes on when the instructor does not.
  const leave = (): never => process.exit(130);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, leave);
  const grade = async (handIn: HandIn): Promise<Graded> => {
    const key = `${basis} ${handIn.hash} ${handIn.file}`;
    const known = journal.get(key);
    const judgements = known ?? (await judgeAnswers(handIn.answers, course, run));
    if (known === undefined) journal.add(key, judgements);
    meter.done(handIn, judgements, known !== undefined);
    return { handIn, judgements };
  };
  const graded = await inTurns(handIns, jobs, grade);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, leave);
  meter.end();

  const site = typeof values['site'] === 'string' ? values['site'].replace(/\/*$/, '/') : '';
  const rows = graded.flatMap((each) => rowsOf(each, site));
  writeFileSync(out, csv([COLUMNS, ...rows]));
  const texts = graded.flatMap(({ handIn, judgements }) => handIn.answers.flatMap(({ code }, index) => (judgements[index]?.result === 'verified' && course.exercise(judgements[index].exercise)?.goal === undefined ? [{ who: `${handIn.student} (${handIn.file})`, exercise: judgements[index].exercise, code }] : [])));
  const summary = summaryOf(graded, findLikeness(texts, (id) => course.exercise(id)?.given ?? []), boundary?.says ?? 'nothing: not run', askedFor());
  writeFileSync(`${out.replace(/\.csv$/i, '')}.summary.txt`, summary);
  console.log(values['json'] === true ? JSON.stringify(rows.map((row) => Object.fromEntries(COLUMNS.map((column, index) => [column, row[index]])))) : summary);
  return 0;
}

const unisolated = `No answer is run: nothing on this machine keeps a stranger's program away from your files. Every verdict is "inconclusive".
Try: install bubblewrap (Linux: apt install bubblewrap, dnf install bubblewrap), or the packages of this checkout (npm install), which bring QuickJS.`;

function boundaryFor(wanted: string | boolean | undefined): Boundary | undefined {
  if (wanted === undefined) return findBoundary();
  if (wanted === 'none') return undefined;
  if (wanted !== 'bubblewrap' && wanted !== 'quickjs') throw new UsageError(`--isolation is bubblewrap, quickjs or none, not "${String(wanted)}"`);
  const found = findBoundary(wanted);
  if (found === undefined) throw new UsageError(`--isolation ${wanted}: it is not here, or may not be used by this user`);
  return found;
}

const nobody: Run = (requests) => Promise.resolve(requests.map(() => ({ kind: 'stopped', title: 'not run, because nothing here isolates it', text: '' })));

/** Calls `act` for each of `items`, `jobs` at a time. The results are in the order of the items. */
async function inTurns<T, R>(items: readonly T[], jobs: number, act: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = items.entries();
  const work = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await act(item);
  };
  await Promise.all(Array.from({ length: Math.min(jobs, items.length) }, work));
  return results;
}

/** A row for each answer, and one for each thing that could not be read. */
function rowsOf({ handIn, judgements }: Graded, site: string): string[][] {
  const { student, file, version, problems } = handIn;
  const rows = judgements.map(({ exercise, result, orders, right, complete, claimed, mistake, say, schedule, link }: Judgement) =>
    [student, exercise, result, text(orders), text(right), text(complete), claimed ? 'yes' : 'no', mistake ?? '', say, schedule ?? '', link === undefined ? '' : site + link, version, file]);
  return [...rows, ...problems.map((problem) => [student, '', 'inconclusive', '', '', '', '', 'unreadable', problem, '', '', version, file])];
}

const text = (value: number | boolean | undefined): string => (value === undefined ? '' : String(value));
