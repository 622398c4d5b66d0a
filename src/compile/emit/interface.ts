import type { Node } from '../ast.ts';
import { isUsed, type Module } from '../modules.ts';
import type { Binding } from '../scopes.ts';
import { isSteady } from '../shared.ts';
import { findExport, type Modules } from '../link.ts';
import type { Context } from './context.ts';
import { defaultName } from './modules.ts';
import { quote } from './text.ts';

/** `$use(…)` of what a specifier means: the file's own name, or the course module's. */
const use = (module: Module, names: ModuleNames, specifier: string): string => `${names.use}(${quote(module.imports.get(specifier) ?? specifier)})`;

export interface ModuleNames {
  readonly out: string;
  readonly use: string;
}

/** Declarations of all imported names, to stand before everything else in the module. */
export function importText(c: Context, module: Module, names: ModuleNames): string {
  const lines: string[] = [];
  for (const node of module.program.body as Node[]) {
    if (node.type !== 'ImportDeclaration' || !module.imports.has(node.source.value as string)) continue;
    const bindings = (node.specifiers as Node[]).map((specifier) => c.facts.bindings.get(specifier.local as Node)).filter((binding): binding is Binding => isUsed(binding));
    const from = use(module, names, node.source.value as string);
    const picked: string[] = [];
    for (const binding of bindings) {
      if (binding.live) lines.push(`const ${binding.live.holder} = ${names.use}(${quote(binding.live.file)});`);
      else if (binding.imported?.name === '*') lines.push(`const ${binding.name} = ${from};`);
      else picked.push(binding.imported?.name === binding.name ? binding.name : `${quote(binding.imported?.name ?? '')}: ${binding.name}`);
    }
    if (picked.length > 0) lines.push(`const { ${picked.join(', ')} } = ${from};`);
    else if (bindings.length === 0) lines.push(`${from};`);
  }
  return lines.map((line) => ` ${line}`).join('');
}

/** Statements that fill the exports: functions at once, everything else by getters, so that what is assigned later is seen. */
export function exportText(c: Context, module: Module, names: ModuleNames, modules: Modules): string {
  const getter = (name: string, value: string): string => `${c.helper('export')}(${names.out}, ${quote(name)}, () => ${value});`;
  const lines: string[] = [];
  for (const [name, found] of module.exports.names) {
    if (found.kind === 'default') {
      const { declaration } = found.node as unknown as { declaration: Node };
      const own = defaultName(c, found.node);
      lines.push(declaration.type === 'FunctionDeclaration' ? `${names.out}[${quote(name)}] = ${own};` : getter(name, own));
    } else if (found.kind === 'variable') {
      const { binding } = found;
      lines.push(binding.kind === 'function' && isSteady(binding) ? `${names.out}[${quote(name)}] = ${binding.name};` : getter(name, binding.name));
      if (binding.cell !== undefined) lines.push(`Object.defineProperty(${names.out}, ${quote(binding.cell)}, { get: () => ${binding.cell}, configurable: true });`);
    } else {
      const target = module.imports.get(found.specifier);
      if (!module.imports.has(found.specifier) || (target !== undefined && found.name !== '*' && findExport(modules, target, found.name) === undefined)) continue;
      const from = use(module, names, found.specifier);
      lines.push(getter(name, found.name === '*' ? from : `${from}[${quote(found.name)}]`));
    }
  }
  for (const star of module.exports.stars) if (module.imports.has(star)) lines.push(`${c.helper('exportAll')}(${names.out}, ${use(module, names, star)});`);
  return lines.map((line) => ` ${line}`).join('');
}
