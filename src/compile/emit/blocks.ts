import { isFunction, type Node } from '../ast.ts';
import { isShared } from '../shared.ts';
import type { Binding } from '../scopes.ts';
import { startingMethod } from './async-functions.ts';
import { canSuspend, type Context } from './context.ts';
import { declaredNames } from './declared-names.ts';
import { emitMarked } from './marks.ts';
import { makeCell, place } from './points.ts';
import { copyList, quote } from './text.ts';

/** What a block must do before its first statement: make cells, and the async functions that it declares. */
export function prologue(c: Context, scopeNode: Node, statements: readonly Node[]): string {
  const scopes = [scopeNode, isFunction(scopeNode) ? (scopeNode.body as Node) : undefined].map((node) => node && c.facts.scopes.get(node));
  const bindings = scopes.flatMap((scope) => (scope ? [...scope.bindings.values()] : []));
  const inner = scopes[1]?.bindings;
  const cells = bindings.filter((binding) => binding.cell !== undefined && !binding.head && !binding.imported && (binding.scope === inner?.get(binding.name)?.scope || !inner?.has(binding.name))).map((binding) => makeCell(c, binding));
  const functions = statements.map(declaredFunction).filter((fn) => fn?.async === true) as Node[];
  return [...cells, ...functions.map((fn) => makeFunction(c, fn, scopeNode))].map((text) => ` ${text}`).join('');
}

function makeFunction(c: Context, fn: Node, scopeNode: Node): string {
  const { own, steps, call } = declaredNames(c, fn);
  if (scopeNode.type === 'SwitchStatement') return fn.generator ? '' : `${c.engine}.mark(${own}, ${steps});`;
  // At the top of a function a name may be declared twice, in a block it may not.
  const keyword = scopeNode.type === 'BlockStatement' ? 'let' : 'var';
  const name = fn.id ? own : 'default';
  if (fn.generator) return `${keyword} ${own} = ${c.engine}.asyncGenerator(${steps}, ${quote(name)});`;
  return `${keyword} ${own} = ${c.engine}.mark(${startingMethod(c, fn, call, name)}, ${steps});`;
}

/** Cells of the variables that a loop's head declares; they are made in the body, anew in each round. */
export function headCells(c: Context, loop: Node): string {
  const bindings = c.facts.scopes.get(loop)?.bindings.values() ?? [];
  return [...bindings].filter((binding: Binding) => binding.cell !== undefined && binding.head === loop && isShared(binding)).map((binding) => ` ${makeCell(c, binding)}`).join('');
}

function declaredFunction(statement: Node): Node | undefined {
  const inner = statement.type.startsWith('Export') ? (statement.declaration as Node | null) : statement;
  return inner?.type === 'FunctionDeclaration' ? inner : undefined;
}

/** The inside of a block: prologue, statements, and the end of what `using` declared. */
export function blockInside(c: Context, scopeNode: Node, statements: readonly Node[], from: number, to: number, before = ''): string {
  const kinds = statements.map((statement) => (statement.type === 'VariableDeclaration' ? (statement.kind as string) : ''));
  if (!kinds.includes('using') && !kinds.includes('await using')) {
    return withPrologue(c, scopeNode, statements, from, to, before);
  }
  return disposing(c, scopeNode, kinds.includes('await using'), () => withPrologue(c, scopeNode, statements, from, to, before));
}

function withPrologue(c: Context, scopeNode: Node, statements: readonly Node[], from: number, to: number, before: string): string {
  const text = copyList(c, statements, from, to, (statement) => emitMarked(c, statement));
  const own = prologue(c, scopeNode, statements);
  // A module's exports hold its functions; a loop's body counts the round first.
  return (scopeNode.type === 'Program' ? own + before : before + own) + text;
}

/** Wraps statements so that what they declare by `using` is disposed of at the end, however the end comes. */
export function disposing(c: Context, at: Node, isAsync: boolean, write: () => string): string {
  const outer = c.disposal;
  const [scope, failed, error, caught] = [c.names.fresh('$scope'), c.names.fresh('$failed'), c.names.fresh('$error'), c.names.fresh('$caught')];
  c.disposal = scope;
  const text = write();
  c.disposal = outer;
  const ends = `${scope}, ${failed}, ${error}`;
  const waits = isAsync && canSuspend(c);
  const dispose = waits ? `yield* ${c.engine}.disposeAll(${ends}, ${place(c, at)})` : `${c.engine}.disposeAllSync(${ends})`;
  return ` const ${scope} = ${c.engine}.scope(); let ${failed} = false, ${error}; try {${text}} catch (${caught}) { ${failed} = true; ${error} = ${caught}; } finally { ${dispose}; }`;
}

/** A `{ … }` of the program. `before` goes first inside it. */
export const emitBlock = (c: Context, node: Node, before = ''): string =>
  `{${blockInside(c, node, node.body as Node[], node.start + 1, node.end - 1, before)}}`;
