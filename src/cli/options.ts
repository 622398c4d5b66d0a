import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { filesImportedBy } from '#base';
import type { Diagnostic, Program } from '#engine';
import type { Mode } from '#trace';
import { UsageError } from './usage.ts';

const MODES: readonly string[] = ['preemptive', 'cooperative', 'cpython'];

export interface RunArguments {
  readonly file: string;
  readonly program: Program;
  readonly json: boolean;
  readonly mode: Mode;
  readonly timers: 'any' | 'patient' | undefined;
  readonly cores: number | undefined;
  readonly freeThreaded: boolean;
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** Reads what `explore` and `replay` share. `extra` names their own options. */
export function readArguments(args: readonly string[], extra: readonly string[]): RunArguments {
  const { values, positionals } = parse(args, ['mode', 'timers', 'cores', ...extra]);
  const [file, ...rest] = positionals;
  if (file === undefined) throw new UsageError('a file is missing');
  if (rest.length > 0) throw new UsageError(`one file at a time: what is "${rest[0]}"?`);
  const mode = values['mode'] ?? 'preemptive';
  if (!MODES.includes(String(mode))) throw new UsageError(`--mode is one of ${MODES.join(', ')}, not "${String(mode)}"`);
  const timers = values['timers'];
  if (timers !== undefined && timers !== 'any' && timers !== 'patient') throw new UsageError(`--timers is any or patient, not "${String(timers)}"`);
  return { file, program: programIn(file), json: values['json'] === true, mode: mode as Mode, timers, cores: wholeNumber(values, 'cores'), freeThreaded: values['free-threaded'] === true, values };
}

export function parse(args: readonly string[], names: readonly string[]): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { json: { type: 'boolean' }, 'free-threaded': { type: 'boolean' }, fresh: { type: 'boolean' }, ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])) } }) as { values: Record<string, string | boolean | undefined>; positionals: string[] };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function wholeNumber(values: Readonly<Record<string, string | boolean | undefined>>, name: string): number | undefined {
  const text = values[name];
  if (text === undefined) return undefined;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new UsageError(`--${name} is a whole number above 0, not "${String(text)}"`);
  return number;
}

/** The program in `file`, with those beside it that it imports, and those that they import. What is missing is the compiler's to tell. */
export function programIn(file: string): Program {
  const files: Record<string, string> = { 'main.ts': readText(file) };
  const wanted = [...filesImportedBy(files['main.ts']!)];
  for (const name of wanted) {
    const path = join(dirname(file), name);
    if (name in files || !existsSync(path)) continue;
    files[name] = readText(path);
    wanted.push(...filesImportedBy(files[name]!));
  }
  return { files, entry: 'main.ts' };
}

export function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`cannot read ${file}`);
  }
}

/** Prints why a program was refused, as `file:line:column`, and what to do about it. */
export function printDiagnostics(file: string, diagnostics: readonly Diagnostic[]): void {
  for (const { file: other, line, column, message, hint } of diagnostics) {
    console.error(`${other === 'main.ts' || other === 'answer.ts' ? file : other}:${line}:${column}: ${message}${hint === undefined ? '' : `\n  Try: ${hint}`}`);
  }
}
