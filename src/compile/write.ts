import type { CompiledProgram } from '#engine';
import type { Node } from './ast.ts';
import { changesContainers } from './changes.ts';
import { emit } from './emit/emit.ts';
import { makeFrame, type Context, type Helper } from './emit/context.ts';
import { exportText, importText } from './emit/interface.ts';
import { emitProgram } from './emit/statements.ts';
import { quote } from './emit/text.ts';
import { localObjects } from './escape.ts';
import { engineGlobals } from './globals.ts';
import { helpers } from './helpers.ts';
import type { Modules } from './link.ts';
import type { Module } from './modules.ts';
import type { Names } from './names.ts';
import type { Problems } from './problem.ts';
import type { Binding } from './scopes.ts';
import { variablesOf } from './shared.ts';

/** Writes all modules as one text. The first line is ours; then each file's lines follow one to one. */
export function write(order: readonly Module[], modules: Modules, entry: string, names: Names, problems: Problems, isMarked: boolean): CompiledProgram {
  const engine = names.fresh('$');
  const used = new Map<Helper, string>();
  const helper = (wanted: Helper): string => {
    const name = used.get(wanted) ?? names.fresh(`$${wanted}`);
    used.set(wanted, name);
    return name;
  };
  const made: string[] = [];
  const lifted = (): string => {
    const name = names.fresh('$f');
    made.push(name);
    return name;
  };
  const starts: number[] = [];
  const texts: string[] = [];
  let line = 2;
  const hasThreads = order.some(({ imports }) => imports.has('happens-before/threading'));
  const locals = new Map(order.map((module) => [module, localObjects(module.facts, variablesOf(module.facts))]));
  const canChangeLists = changesContainers(order.map((module) => ({ ...module, locals: locals.get(module) ?? new Set() })));
  order.forEach((module, file) => {
    const text = writeModule(module, { file, engine, helper, lifted, names, problems, modules, hasThreads, canChangeLists, isMarked, locals: locals.get(module) ?? new Set() });
    starts.push(line);
    texts.push(text);
    line += text.split('\n').length;
  });
  const head = [
    "'use strict';",
    engine === '$' ? '' : `const ${engine} = $;`,
    made.length === 0 ? '' : `let ${made.join(', ')};`,
    ...[...used].map(([which, name]) => `const ${name} = ${helpers[which](engine)};`),
  ].filter((part) => part !== '').join(' ');
  return { code: [head, ...texts].join('\n'), entry, files: order.map(({ file }) => file), starts };
}

interface Parts {
  readonly file: number;
  readonly engine: string;
  readonly helper: (name: Helper) => string;
  readonly lifted: () => string;
  readonly names: Names;
  readonly problems: Problems;
  readonly modules: Modules;
  readonly hasThreads: boolean;
  readonly canChangeLists: boolean;
  readonly isMarked: boolean;
  readonly locals: ReadonlySet<Binding>;
}

function writeModule(module: Module, { file, engine, helper, lifted, names, problems, modules, hasThreads, canChangeLists, isMarked, locals }: Parts): string {
  const own = { out: names.fresh('$out'), use: names.fresh('$use') };
  const frame = makeFrame('module', module.program, undefined);
  const c: Context = {
    source: module.source, file, facts: module.facts, locals, names, engine, helper, lifted, hasThreads, canChangeLists, isMarked, frame, disposal: undefined,
    emit: (node: Node) => emit(c, node),
    report: (node, message, hint) => problems.add(module.file, { line: node.loc.start.line, column: node.loc.start.column + 1 }, message, { hint, length: Math.max(1, Math.min(node.end, module.source.indexOf('\n', node.start) >>> 0) - node.start) }),
  };
  const body = emitProgram(c, module.program, globalsText(c) + importText(c, module, own) + exportText(c, module, own, modules));
  const temporaries = frame.temporaries.length === 0 ? '' : ` let ${frame.temporaries.join(', ')};`;
  const dependencies = [...new Set([...module.imports.values()].filter((target) => target !== undefined))];
  return `${engine}.define(${quote(module.file)}, [${dependencies.map(quote).join(', ')}], function* (${own.out}, ${own.use}) {${temporaries}${body}});`;
}

/** What the module uses of the engine's globals. They are of one run, so they are asked for whenever the module's body is run. */
function globalsText(c: Context): string {
  const used = [...c.facts.free.keys()].filter((name) => engineGlobals.has(name)).sort();
  return used.length === 0 ? '' : ` const { ${used.join(', ')} } = ${c.engine}.globals;`;
}
