import { childrenOf, isPattern, unwrap, type Node } from '../ast.ts';
import { assignHeld } from './assign.ts';
import { disposing, emitBlock, headCells } from './blocks.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { isObserved } from './members.ts';
import { emitPattern } from './patterns.ts';
import { cellOf, place, point } from './points.ts';
import { fitsOnOneLine, Lines, takeApart } from './take-apart.ts';
import { breaks, copy, quote, sequence } from './text.ts';
import { readWhole } from './whole.ts';

/** The body of a loop, braces added, that first counts the round. `first` is done before that, `before` after it and before the program's own text. */
function loopBody(c: Context, loop: Node, before = '', first = ''): string {
  const body = loop.body as Node;
  const count = `${first} ${c.engine}.loop(${place(c, loop)});`;
  const own = headCells(c, loop);
  if (body.type === 'BlockStatement' && own === '' && before === '') return emitBlock(c, body, count);
  const text = body.type === 'EmptyStatement' ? breaks(c, body.start, body.end) : c.emit(body);
  return `{${count}${own}${before} ${text} }`;
}

/** `while`, `do` and `for (;;)`: only the body changes. What `using` in the head declares is disposed of after the loop. */
export const emitLoop = (c: Context, node: Node, labels = ''): string => {
  const head = node.type === 'ForStatement' ? (node.init as Node | null) : null;
  const write = (): string => labels + copy(c, node, (child) => (child === node.body ? loopBody(c, node) : child === head ? emitHead(c, child) : c.emit(child)));
  return declaresUsing(node) ? `{${disposing(c, node, head?.kind === 'await using', write)}}` : write();
};

/** True for `for (using x = …; …; …)`. */
export const declaresUsing = (node: Node): boolean => node.type === 'ForStatement' && node.init?.type === 'VariableDeclaration' && (node.init.kind as string).endsWith('using');

/** A declaration in a loop's head: without the semicolon that a statement gets. */
const emitHead = (c: Context, head: Node): string => c.emit(head).replace(/;$/, '');

/** True if the loop's variable must be given its value in the body, after a point, instead of by the loop itself. */
function isBoundInside(c: Context, node: Node): boolean {
  const left = node.left as Node;
  const target = left.type === 'VariableDeclaration' ? (left.declarations[0].id as Node) : unwrap(left);
  const isWatched = node.type === 'ForOfStatement' && c.canChangeLists && canSuspend(c) && isObserved(c, node.right as Node);
  if (left.type === 'VariableDeclaration' && left.kind !== 'var') return (isWatched || isPattern(target)) && node.type === 'ForOfStatement' && fitsOnOneLine(c, target) && !usesAny(c, node.right as Node, left);
  return isWatched || isPattern(target) || target.type === 'MemberExpression' || cellOf(c, target) !== undefined;
}

/** True if something in `node` uses a variable that `declaration` declares. In the head of its loop that fails; from outside it might not. */
function usesAny(c: Context, node: Node, declaration: Node): boolean {
  const declared = c.facts.bindings.get(node)?.node;
  return (declared !== undefined && declaration.start <= declared.start && declared.end <= declaration.end) || childrenOf(node).some((child) => usesAny(c, child, declaration));
}

/** The names that a pattern declares. */
export function* namesIn(pattern: Node | null): Generator<string> {
  if (!pattern) return;
  if (pattern.type === 'Identifier') yield pattern.name as string;
  for (const part of (pattern.properties ?? pattern.elements ?? []) as (Node | null)[]) yield* namesIn(part);
  for (const inner of [pattern.argument, pattern.left, pattern.type === 'Property' ? pattern.value : null] as (Node | null | undefined)[]) yield* namesIn(inner ?? null);
}

/** Statements that give the loop's variable its value, `held`, inside the body. */
export function bindHeld(c: Context, left: Node, held: string): string {
  if (left.type !== 'VariableDeclaration') return ` ${assignHeld(c, left, held)};`;
  const id = left.declarations[0].id as Node;
  if (left.kind === 'var') return ` var ${[...namesIn(id)].join(', ') || '[] = []'}; ${assignHeld(c, id, held)};`;
  const declarators = isPattern(id) ? takeApart(c, id, held, new Lines(c, id.start, false)) : [`${emitPattern(c, id)} = ${held}`];
  return ` ${left.kind as string} ${declarators.join(', ')};`;
}

/** `for … in` and `for … of`. */
export function emitForEach(c: Context, node: Node): string {
  const left = node.left as Node;
  const right = node.right as Node;
  const kind = left.type === 'VariableDeclaration' ? (left.kind as string) : '';
  if (kind.endsWith('using')) return emitForUsing(c, node, left, kind === 'await using');
  const keyword = node.type === 'ForInStatement' ? 'in' : 'of';
  const isBound = isBoundInside(c, node);
  const walk = keyword === 'of' ? emitWalk(c, right, isBound) : { list: readWhole(c, right, c.emit(right)), more: () => '' };
  const { list } = walk;
  const open = `for${breaks(c, node.start, left.start)} (`;
  const close = `${breaks(c, left.end, right.start)} ${keyword} ${list}${breaks(c, right.end, node.body.start as number)})`;
  if (isBound) {
    const held = c.names.fresh('$each');
    return `${open}const ${held}${breaks(c, left.start, left.end)}${close} ${loopBody(c, node, bindInline(c, left, held), walk.more(held))}`;
  }
  const target = left.type === 'VariableDeclaration' ? `${kind} ${emitPattern(c, left.declarations[0].id as Node)}` : bare(emitPattern(c, unwrap(left)));
  return `${open}${target}${close} ${loopBody(c, node)}`;
}

/** `for (async of …)` would be read as the head of an arrow. */
const bare = (target: string): string => (target.trim() === 'async' ? `(${target})` : target);

/** The same without line breaks of its own: the head keeps them. */
const bindInline = (c: Context, left: Node, held: string): string => bindHeld(c, left, held).replace(/\n/g, ' ');

/** What a loop or a spread goes through: reading a container that other tasks could hold is an access to it. */
function emitIterable(c: Context, node: Node): string {
  if (!isObserved(c, node)) return `(${c.emit(node)})`;
  const held = temporary(c);
  const text = c.emit(node);
  return sequence(`${held} = ${text}`, point(c, 'invoke', `${held}, ${quote('values')}`, node), held);
}

/**
 * The same for a loop that others could come into between two values. `more` is code for the start of its body, where `held` is what the loop was given;
 * without `isBound`, the loop itself gives its variable the value, and nothing can stand there.
 */
function emitWalk(c: Context, node: Node, isBound: boolean): { readonly list: string; readonly more: (held: string) => string } {
  const isPlain = !canSuspend(c);
  if (!c.canChangeLists || !isObserved(c, node) || (isPlain ? c.frame.kind !== 'generator' || !c.frame.inBody : !isBound)) return { list: emitIterable(c, node), more: () => '' };
  const container = temporary(c);
  const take = `${container} = ${c.emit(node)}`;
  const look = point(c, 'invoke', `${container}, ${quote('values')}`, node);
  if (isPlain) return { list: sequence(take, look, `${c.engine}.sawEach(${container}, ${place(c, node)})`), more: () => '' };
  return { list: sequence(take, look, `${c.engine}.each(${container})`), more: (held) => ` if (${held} === ${c.engine}.more) { ${look}; continue; }` };
}

function emitForUsing(c: Context, node: Node, left: Node, isAsync: boolean): string {
  const name = left.declarations[0].id.name as string;
  const body = disposing(c, node, isAsync, () => ` ${c.engine}.use(${c.disposal ?? ''}, ${name}, ${String(isAsync)}); ${c.emit(node.body as Node)}`);
  const head = `for (const ${name} of ${emitIterable(c, node.right as Node)})`;
  return `${breaks(c, node.start, node.right.start as number)}${head}${breaks(c, node.right.end as number, node.body.start as number)} { ${c.engine}.loop(${place(c, node)});${headCells(c, node)}${body} }`;
}

/** Spread of a container: `...list`. */
export const emitSpread = (c: Context, node: Node): string =>
  node.parent?.type === 'ObjectExpression' ? copy(c, node, (child) => readWhole(c, child, c.emit(child))) : `...${breaks(c, node.start, node.argument.start as number)}${emitIterable(c, node.argument as Node)}`;
