import { stripTypeScriptTypes } from 'node:module';
import { inspect } from 'node:util';
import { compile } from '../compile.ts';
import { makeDriver } from './driver.ts';

const show = (values: readonly unknown[]): string => values.map((value) => (typeof value === 'string' ? value : inspect(value, { depth: 4 }))).join(' ');

/** Time for what a program leaves running after its end. */
const settle = async (): Promise<void> => {
  for (let i = 0; i < 50; i++) await Promise.resolve();
  await new Promise((resolve) => setTimeout(resolve, 0));
};

async function capture(run: (print: (...values: unknown[]) => void) => Promise<unknown>): Promise<readonly string[]> {
  const lines: string[] = [];
  try {
    await run((...values) => void lines.push(show(values)));
  } catch (error) {
    lines.push(`uncaught ${error instanceof Error ? error.name : show([error])}`);
  }
  await settle();
  return lines;
}

/** Node's own stripping keeps the text; transforming is for enums and parameter properties, and renames now and then. */
function stripped(source: string): string {
  try {
    return stripTypeScriptTypes(source, { mode: 'strip' });
  } catch {
    return stripTypeScriptTypes(source, { mode: 'transform', sourceMap: false });
  }
}

/** What the program prints as it stands, its types stripped by Node. */
export const runOriginal = (source: string): Promise<readonly string[]> => runJavaScript(stripped(source));

/** What a program without types prints. */
export function runJavaScript(text: string): Promise<readonly string[]> {
  const AsyncFunction = (async () => undefined).constructor as new (...args: string[]) => (console: unknown) => Promise<unknown>;
  return capture((print) => new AsyncFunction('console', `'use strict'; ${text}`)({ log: print }));
}

/** The code that a program of one file compiles to. */
export function compileOne(source: string, isMarked = false): string {
  const result = compile({ 'main.ts': source }, 'main.ts', { isMarked });
  if (!result.ok) throw new Error(result.diagnostics.map(({ line, column, message }) => `${line}:${column} ${message}`).join('\n'));
  return result.program.code;
}

/** What the program prints after lowering, on the test driver: in each of some runs, one after the other, of the program loaded once. */
export async function runLowered(source: string, times = 3, isMarked = false): Promise<readonly (readonly string[])[]> {
  let print: (...values: unknown[]) => void = () => undefined;
  const driver = makeDriver((...values) => print(...values));
  new Function('$', compileOne(source, isMarked))(driver.$);
  const runs: (readonly string[])[] = [];
  for (let i = 0; i < times; i++) {
    runs.push(await capture(async (own) => {
      print = own;
      await driver.finished();
    }));
  }
  return runs;
}

/** The points and records of a program, in the order in which they are reached on the test driver. */
export async function notesOf(source: string): Promise<readonly string[]> {
  const driver = makeDriver(() => undefined);
  new Function('$', compileOne(source))(driver.$);
  await driver.finished();
  return driver.notes;
}
