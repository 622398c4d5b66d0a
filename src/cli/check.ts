import { basename } from 'node:path';
import { joinFiles } from '#base';
import { ask } from './ask.ts';
import { answerFiles, exerciseFiles, exerciseFolder, otherFiles } from './exercises.ts';
import { checkOrder, exerciseGoal } from './goals.ts';
import { printStopped } from './explore.ts';
import { parse, printDiagnostics, readText } from './options.ts';
import { reportCommand } from './report.ts';
import { UsageError } from './usage.ts';

const ANSWER = 'answer.ts';

/** `check EXERCISE-ID --schedule "…"`: whether the order reaches the exercise's goal; `none` claims that no order does. */
async function checkOrderCommand(id: string, schedule: string, json: boolean): Promise<number> {
  const checked = await checkOrder(exerciseGoal(id), schedule === 'none' ? undefined : schedule, ask);
  console.log(json ? JSON.stringify(checked) : checked.say);
  return checked.kind === 'stopped' ? 3 : 0;
}

/**
 * `check EXERCISE-ID FILE…`: judges an answer as the page does. Of several files the first is the main one; one file may hold them all, as a hand-in does. Alone it looks at
 * the whole course, as `report` does.
 */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, ['schedule']);
  const [id, file, ...more] = positionals;
  if (id === undefined && values['schedule'] === undefined) return reportCommand(args);
  if (id === undefined) throw new UsageError('an exercise is needed');
  const { schedule } = values;
  if (typeof schedule === 'string') return checkOrderCommand(id, schedule, values['json'] === true);
  if (file === undefined) throw new UsageError('a file is needed, or for an exercise that is about orders --schedule');
  const others = otherFiles(exerciseFolder(id));
  const own = others.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  const strange = more.find((path) => !own.includes(basename(path)));
  if (strange !== undefined) throw new UsageError(own.length === 0 ? `one file at a time: what is "${strange}"?` : `"${basename(strange)}" is no file of this answer. Its other files are: ${own.join(', ')}`);
  const text = joinFiles({ main: readText(file), others: Object.fromEntries(more.map((path) => [basename(path), readText(path)])) });
  const { files, also } = answerFiles(text, others, ANSWER);
  const reply = await ask({ kind: 'check', program: { files: { ...exerciseFiles(id), ...files }, entry: ANSWER }, answer: ANSWER, check: 'check.ts', also });
  if (reply.kind === 'refused') {
    printDiagnostics(file, reply.diagnostics);
    return 1;
  }
  if (reply.kind !== 'judged') return printStopped(reply);
  const { verdict } = reply;
  if (values['json'] === true) console.log(JSON.stringify(verdict));
  else {
    console.log(verdict.headline);
    if (verdict.failure !== undefined) console.log(`${verdict.failure.say}\n\n${verdict.failure.report}`);
  }
  return 0;
}
