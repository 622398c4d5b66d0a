import type { CompiledProgram, Diagnostic, Files } from '#engine';
import type { Node } from './ast.ts';
import { link } from './link.ts';
import { readModules } from './modules.ts';
import { Names } from './names.ts';
import { Problems } from './problem.ts';
import { refuse } from './refuse.ts';
import { write } from './write.ts';

export type Compiled = { readonly ok: true; readonly program: CompiledProgram } | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/**
 * Lowers a learner's program to JavaScript that the kernel can schedule: text for `new Function('$', code)`, in which `$` is a
 * `Lowered`. Only the files that `entry` reaches are part of it. What cannot be lowered is refused with a place and a reason; what
 * is accepted means the same as it does in JavaScript, apart from the order in which tasks go on. With `isMarked`, the code says
 * where it is by `$.at`, before each statement and each call.
 *
 * @example
 * const compiled = compile({ 'main.ts': 'console.log(1 as number);' }, 'main.ts');
 * if (compiled.ok) new Function('$', compiled.program.code)(lowered);
 */
export function compile(files: Files, entry: string, { isMarked = false }: { readonly isMarked?: boolean } = {}): Compiled {
  const problems = new Problems();
  const order = readModules(files, entry, problems);
  const modules = new Map(order.map((module) => [module.file, module]));
  const names = new Names(order.map(({ source }) => source));
  for (const module of order) {
    link(module, modules, names, problems);
    const report = (node: Node, message: string, hint?: string): void =>
      problems.add(module.file, { line: node.loc.start.line, column: node.loc.start.column + 1 }, message, { hint });
    refuse(module.program, module.facts, report);
  }
  if (problems.any) return { ok: false, diagnostics: problems.sorted };
  const program = write(order, modules, entry, names, problems, isMarked);
  return problems.any ? { ok: false, diagnostics: problems.sorted } : { ok: true, program };
}
