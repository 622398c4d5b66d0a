import type { Files } from '#engine';
import type { Node } from './ast.ts';
import { courseModules, isCourseModule } from './courses.ts';
import { exportsOf, type Exports } from './exports.ts';
import { normalize, parse } from './parse.ts';
import type { Problems } from './problem.ts';
import { resolveNames } from './resolve-names.ts';
import type { Binding, Facts } from './scopes.ts';

/** One file of the program, read and understood. */
export interface Module {
  readonly file: string;
  readonly source: string;
  readonly program: Node;
  readonly facts: Facts;
  readonly exports: Exports;
  /** Specifiers of the values it imports → the file, or undefined for a module of the course. */
  readonly imports: ReadonlyMap<string, string | undefined>;
}

const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The file that a relative specifier means: by its last part alone, with or without an ending. */
function findFile(files: Files, specifier: string): string | undefined {
  const wanted = baseName(specifier);
  const candidates = [wanted, `${wanted}.ts`, wanted.replace(/\.m?js$/, '.ts')];
  return Object.keys(files).find((file) => candidates.includes(baseName(file)));
}

/**
 * Reads `entry` and every file that it reaches by imports of values, dependencies before dependents. What is imported and never
 * used as a value is a type: it makes no dependency.
 */
export function readModules(files: Files, entry: string, problems: Problems): readonly Module[] {
  const done = new Map<string, Module | undefined>();
  const order: Module[] = [];
  const path: string[] = [];

  const read = (file: string): void => {
    const source = normalize(files[file] ?? '');
    done.set(file, undefined);
    const program = parse(source, file, problems);
    if (!program) return;
    const facts = resolveNames(program);
    const imports = new Map<string, string | undefined>();
    path.push(file);
    for (const node of program.body as Node[]) {
      if (!node.source || !importsValues(node, facts)) continue;
      const specifier = node.source.value as string;
      const target = resolve(specifier, node.source as Node, file);
      if (target === false) continue;
      imports.set(specifier, target);
      if (target === undefined) continue;
      if (path.includes(target)) report(node.source as Node, file, `these files import each other in a circle: ${[...path.slice(path.indexOf(target)), target].join(' → ')}`, 'move what both need into a file of its own.');
      else if (!done.has(target)) read(target);
    }
    path.pop();
    const module = { file, source, program, facts, imports, exports: exportsOf(program, facts) };
    done.set(file, module);
    order.push(module);
  };

  const report = (node: Node, file: string, message: string, hint?: string): void =>
    problems.add(file, { line: node.loc.start.line, column: node.loc.start.column + 1 }, message, { hint, length: node.end - node.start });

  const resolve = (specifier: string, node: Node, file: string): string | undefined | false => {
    if (isCourseModule(specifier)) return undefined;
    const known = Object.keys(courseModules).join(', ');
    if (!specifier.startsWith('.')) {
      report(node, file, `there is no module "${specifier}" here`, `a program can import ${known}, and its own files as "./name".`);
      return false;
    }
    const target = findFile(files, specifier);
    if (target === undefined) report(node, file, `there is no file "${specifier}"`, `the files are: ${Object.keys(files).join(', ')}`);
    return target ?? false;
  };

  if (files[entry] === undefined) problems.add(entry, { line: 1, column: 1 }, `there is no file "${entry}"`, { hint: `the files are: ${Object.keys(files).join(', ')}` });
  else read(entry);
  return order;
}

function importsValues(node: Node, facts: Facts): boolean {
  if (node.importKind === 'type' || node.exportKind === 'type') return false;
  const specifiers = (node.specifiers as Node[] | undefined) ?? [];
  if (specifiers.length === 0) return true;
  if (node.type === 'ImportDeclaration') return specifiers.some((specifier) => isUsed(facts.bindings.get(specifier.local as Node)));
  return specifiers.some((specifier) => specifier.exportKind !== 'type');
}

/** True if an imported name is used as a value. */
export const isUsed = (binding: Binding | undefined): boolean => binding !== undefined && binding.references.length > 0;
