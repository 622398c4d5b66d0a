import { ask } from './ask.ts';
import { exerciseFiles } from './exercises.ts';
import { printStopped } from './explore.ts';
import { parse, printDiagnostics, readText } from './options.ts';
import { UsageError } from './usage.ts';

/** `check EXERCISE-ID FILE`: judges an answer as the page does. */
export async function checkCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args, []);
  const [id, file] = positionals;
  if (id === undefined || file === undefined) throw new UsageError('an exercise and a file are needed');
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
