import type { Export } from './exports.ts';
import { isUsed, type Module } from './modules.ts';
import type { Names } from './names.ts';
import type { Problems } from './problem.ts';
import type { Binding } from './scopes.ts';
import { isShared, isSteady, variablesOf } from './shared.ts';

export type Modules = ReadonlyMap<string, Module>;

/** What `name` of `file` finally is, through any number of re-exports. `course`: it comes from a module of the course. */
export function findExport(modules: Modules, file: string, name: string): { readonly module: Module; readonly name: string; readonly found: Export } | 'course' | undefined {
  const module = modules.get(file);
  if (!module) return 'course';
  const own = module.exports.names.get(name);
  if (own?.kind === 'from') {
    const target = module.imports.get(own.specifier);
    return target === undefined || own.name === '*' ? 'course' : findExport(modules, target, own.name);
  }
  if (own) return { module, name, found: own };
  if (name === 'default') return undefined;
  for (const star of module.exports.stars) {
    const target = module.imports.get(star);
    const found = target === undefined ? 'course' : findExport(modules, target, name);
    if (found) return found;
  }
  return undefined;
}

/**
 * Gives every shared variable of a module its cell, and ties its imports to what they mean. An imported variable that its own file
 * assigns stays live: it is read where it is, through its file's cell. Dependencies must have been linked before.
 */
export function link(module: Module, modules: Modules, names: Names, problems: Problems): void {
  for (const binding of variablesOf(module.facts)) {
    if (binding.imported) linkImport(module, binding, modules, names, problems);
    else if (isShared(binding)) binding.cell = names.fresh(`${binding.name}$`);
  }
}

function linkImport(module: Module, binding: Binding, modules: Modules, names: Names, problems: Problems): void {
  if (!binding.imported || !isUsed(binding) || binding.imported.name === '*') return;
  const target = module.imports.get(binding.imported.specifier);
  if (target === undefined) return;
  const source = findExport(modules, target, binding.imported.name);
  if (source === 'course') return;
  if (source === undefined) {
    const { line, column } = binding.node.loc.start;
    if (binding.references.some(({ node }) => node.parent?.type !== 'ExportSpecifier')) problems.add(module.file, { line, column: column + 1 }, `"${binding.imported.specifier}" has no export named "${binding.imported.name}"`, { length: binding.name.length });
    return;
  }
  const exported = source.found.kind === 'variable' ? source.found.binding : undefined;
  if (!exported || isSteady(exported)) return;
  // The file's exports hold the variable under its exported name, and its cell under the cell's name.
  const holder = names.fresh('$live');
  binding.live = { holder, file: source.module.file };
  binding.text = `${holder}[${JSON.stringify(source.name)}]`;
  if (exported.cell !== undefined) binding.cell = `${holder}.${exported.cell}`;
}
