import type { CompiledProgram } from '#engine';

/** `new Function('$', code)` puts two lines before `code`, as the language says it must: `function anonymous($` and `) {`. */
export const functionHeaderLines = 2;

/**
 * The learner's file and line for a line of the generated code, or undefined for a line that no file has.
 *
 * `codeLine` is 1-based and counts as an error's stack does, in which `new Function` adds two lines at the top. A host that
 * adds another number of lines passes it as `headerLines`; with 0, `codeLine` is a line of `program.code` itself.
 */
export function locate(program: CompiledProgram, codeLine: number, headerLines = functionHeaderLines): { file: string; line: number } | undefined {
  const line = codeLine - headerLines;
  const index = program.starts.findLastIndex((start) => start <= line);
  const file = program.files[index];
  const start = program.starts[index];
  if (file === undefined || start === undefined || line > program.code.split('\n').length) return undefined;
  return { file, line: line - start + 1 };
}

/** A place in one number, as the kernel unpacks it: `Pos` in its `lowered.ts`. Line and column count from 1. */
export const packPlace = (file: number, line: number, column: number): number => (file * 65536 + line) * 1024 + Math.min(column, 1023);
