import { writeFileSync } from 'node:fs';
import type { Reply } from '#engine';
import { runInNode } from '#sandbox/node';
import { exerciseFiles } from './exercises.ts';
import { checkOrder, exerciseGoal, hasGoal } from './goals.ts';
import { readHandIns, type HandIn } from './handins.ts';
import { parse } from './options.ts';
import { UsageError } from './usage.ts';

const COLUMNS = ['student', 'exercise', 'result', 'orders', 'right', 'complete', 'mistake', 'comment'] as const;
type Row = readonly string[];

/** `grade FOLDER --out FILE.csv`: runs every hand-in again, in every order, and writes a line for each. Believes nothing it is told. */
export async function gradeCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, ['out']);
  const [folder] = positionals;
  const out = values['out'];
  if (folder === undefined || typeof out !== 'string') throw new UsageError('a folder of hand-ins and --out FILE.csv are needed');
  const { answers, problems } = readHandIns(folder);
  if (answers.length + problems.length === 0) console.error(`${folder}: no hand-ins. Expected STUDENT/EXERCISE.ts or STUDENT.handin`);
  const rows: Row[] = [];
  for (const answer of answers) {
    const row = await gradeOne(answer);
    rows.push(row);
    console.log(`${row[0]}  ${row[1]}  ${row[2]}`);
  }
  for (const problem of problems) console.error(problem);
  writeFileSync(out, [COLUMNS, ...rows].map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n');
  return 0;
}

async function gradeOne({ student, exercise, code, schedule }: HandIn): Promise<Row> {
  let files;
  try {
    if (hasGoal(exercise)) return [student, exercise, ...(await gradeOrder(exercise, schedule))];
    files = exerciseFiles(exercise);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return [student, exercise, 'unknown exercise', '', '', '', '', ''];
  }
  const reply = await runInNode({ kind: 'check', program: { files: { ...files, 'answer.ts': code }, entry: 'answer.ts' }, answer: 'answer.ts', check: 'check.ts' }, { timeoutMs: 30_000 });
  return [student, exercise, ...resultOf(reply)];
}

/** An order is run again, and the claim that there is none is proved again. The code is not looked at: the program is the course's. */
async function gradeOrder(exercise: string, schedule: string | undefined): Promise<Row> {
  if (schedule === undefined) return ['failed', '', '', '', '', 'no order was handed in'];
  const { kind, say, orders } = await checkOrder(exerciseGoal(exercise), schedule === 'none' ? undefined : schedule, (request) => runInNode(request, { timeoutMs: 30_000 }));
  return [kind, orders === undefined ? '' : String(orders), '', kind === 'passed' ? 'true' : '', '', say];
}

function resultOf(reply: Reply): Row {
  switch (reply.kind) {
    case 'judged': {
      const { passed, orders, right, complete, failure, headline } = reply.verdict;
      const result = passed ? (complete ? 'passed' : 'passed as far as tried') : 'failed';
      return [result, String(orders), String(right), String(complete), failure?.mistake ?? '', failure?.say ?? headline];
    }
    case 'refused': return ['does not compile', '', '', '', '', reply.diagnostics.map(({ line, message }) => `line ${line}: ${message}`).join('; ')];
    case 'stopped': return ['stopped', '', '', '', '', reply.title];
    default: return ['no verdict', '', '', '', '', ''];
  }
}

/** One cell of CSV. A spreadsheet would run a text that starts like a formula, so such a text gets a quote in front. */
export function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
