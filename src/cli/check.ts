import { ask } from './ask.ts';
import { exerciseFiles } from './exercises.ts';
import { checkOrder, exerciseGoal } from './goals.ts';
import { printStopped } from './explore.ts';
import { parse, printDiagnostics, readText } from './options.ts';
import { UsageError } from './usage.ts';

/** `check EXERCISE-ID --schedule "…"`: whether the order reaches the exercise's goal; `none` claims that no order does. */
async function checkOrderCommand(id: string, schedule: string, json: boolean): Promise<number> {
  const checked = await checkOrder(exerciseGoal(id), schedule === 'none' ? undefined : schedule, ask);
  console.log(json ? JSON.stringify(checked) : checked.say);
  return checked.kind === 'stopped' ? 3 : 0;
}

/** `check EXERCISE-ID FILE`: judges an answer as the page does. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, ['schedule']);
  const [id, file] = positionals;
  if (id === undefined) throw new UsageError('an exercise is needed');
  const { schedule } = values;
  if (typeof schedule === 'string') return checkOrderCommand(id, schedule, values['json'] === true);
  if (file === undefined) throw new UsageError('a file is needed, or for an exercise that is about orders --schedule');
  const files = exerciseFiles(id);
  const reply = await ask({ kind: 'check', program: { files: { ...files, 'answer.ts': readText(file) }, entry: 'answer.ts' }, answer: 'answer.ts', check: 'check.ts' });
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
