import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { HOST, isSloppy, reasonFor, SLOPPY, type Reason } from './classes.ts';
import { Runner, type Mode, type Outcome } from './execute.ts';
import { readFrontMatter } from './front-matter.ts';
import { bundleKernel } from './kernel-text.ts';

/** What is run if nobody asks for less: all statements and expressions, and the built-ins that have to do with waiting. */
export const FOLDERS: readonly string[] = [
  'language/statements', 'language/expressions',
  ...['Promise', 'AggregateError', 'AsyncFunction', 'AsyncGeneratorFunction', 'AsyncGeneratorPrototype', 'AsyncFromSyncIteratorPrototype', 'AsyncIteratorPrototype', 'AsyncDisposableStack', 'DisposableStack', 'SuppressedError'].map((name) => `built-ins/${name}`),
];

/** One file of the suite, and what became of it. A failure without a reason is a bug of ours. */
export interface Result {
  readonly file: string;
  readonly outcome: Outcome | undefined;
  readonly reason: Reason | undefined;
}

/** The tests in `folders` of the suite in `directory`, in order of their names. */
export function listFiles(directory: string, folders: readonly string[]): readonly string[] {
  const tests = path.join(directory, 'test');
  const all = readdirSync(tests, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
  return all.filter((file) => file.endsWith('.js') && !file.includes('_FIXTURE') && folders.some((folder) => file === folder || file.startsWith(`${folder}/`))).sort();
}

/** Runs `files`, and says what became of each. */
export async function* runSuite(directory: string, files: readonly string[], mode: Mode): AsyncGenerator<Result> {
  const runner = new Runner(directory, await bundleKernel(), mode);
  for (const file of files) {
    const text = readFileSync(path.join(directory, 'test', file), 'utf8');
    const matter = readFrontMatter(text);
    if (isSloppy(matter)) {
      yield { file, outcome: undefined, reason: SLOPPY };
      continue;
    }
    const outcome = runner.execute(text, matter);
    if (outcome.kind === 'passed') yield { file, outcome, reason: undefined };
    else yield { file, outcome, reason: reasonFor(file, outcome) ?? (runner.passesInHost(text, matter) ? undefined : HOST) };
  }
}
