import { isPattern, unwrap, type Node } from '../ast.ts';
import { emitAwaitedCall, tailCall } from './await.ts';
import { emitForAwait } from './for-await.ts';
import { blockInside, prologue } from './blocks.ts';
import { temporary, type Context } from './context.ts';
import { declaresUsing, emitForEach, emitLoop, namesIn } from './loops.ts';
import { keepName, nameValue } from './naming.ts';
import { emitPattern } from './patterns.ts';
import { assignPattern } from './destructuring.ts';
import { emitMarked } from './marks.ts';
import { isObserved } from './members.ts';
import { splitDeclarator } from './split-declarator.ts';
import { assignHeld } from './assign.ts';
import { cellOf, place } from './points.ts';
import { breaks, copy, copyList } from './text.ts';

/** Ends a statement with a semicolon: what follows may start with a parenthesis that was not there before. */
export const ended = (text: string): string => (/;\s*$/.test(text) ? text : `${text};`);

export function emitVariables(c: Context, node: Node): string {
  if (node.declare) return breaks(c, node.start, node.end);
  const kind = (node.kind as string).endsWith('using') ? 'const' : (node.kind as string);
  const declarators = node.declarations as Node[];
  const first = declarators[0] as Node;
  const last = declarators.at(-1) as Node;
  const text = copyList(c, declarators, first.start, last.end, (declarator) => emitDeclarator(c, node, declarator));
  return ended(`${kind}${breaks(c, node.start, first.start)} ${text}${breaks(c, last.end, node.end)}`);
}

function emitDeclarator(c: Context, declaration: Node, declarator: Node): string {
  const id = declarator.id as Node;
  const init = declarator.init as Node | null;
  if (!init) return emitPattern(c, id) + breaks(c, id.end, declarator.end);
  const using = (declaration.kind as string).endsWith('using');
  const split = using || declaration.kind === 'var' ? undefined : splitDeclarator(c, declarator);
  if (split !== undefined) return split;
  const middle = breaks(c, id.end, init.start);
  if (declaration.kind === 'var' && isPattern(id) && isObserved(c, init)) {
    // Assigned, since a `var` may be there already, and others may hold it.
    const names = [...namesIn(id), c.names.temporary()].join(', ');
    return `${names} = ${assignPattern(c, id, init, () => middle + nameValue(c, init, id, c.emit(init)), true)}${breaks(c, init.end, declarator.end)}`;
  }
  const value = nameValue(c, init, id, c.emit(init));
  if (using) return `${emitPattern(c, id)} = ${middle}${c.engine}.use(${c.disposal ?? ''}, ${keepName(init, id, value)}, ${String(declaration.kind === 'await using')})`;
  if (declaration.kind === 'var' && id.type === 'Identifier' && cellOf(c, id) !== undefined) {
    const held = temporary(c);
    return `${emitPattern(c, id)} = (${middle}${held} = ${keepName(init, id, value)}, ${assignHeld(c, id, held)}${breaks(c, init.end, declarator.end)})`;
  }
  return `${emitPattern(c, id)} = ${middle}${value}${breaks(c, init.end, declarator.end)}`;
}

export function emitExpressionStatement(c: Context, node: Node): string {
  const text = ended(copy(c, node));
  const { afterSuper } = c.frame;
  const call = node.expression as Node;
  if (afterSuper === undefined || call.type !== 'CallExpression' || call.callee.type !== 'Super') return text;
  c.frame.afterSuper = undefined;
  return text + afterSuper;
}

/** `return`. An async generator waits for what it returns; a call of an async function goes on in the same task. */
export function emitReturn(c: Context, node: Node): string {
  const argument = node.argument as Node | null;
  const tail = argument && tailCall(c, argument);
  if (tail) return `return ${breaks(c, node.start, argument.start)}${emitAwaitedCall(c, unwrap(argument), argument, tail)}${breaks(c, argument.end, node.end)};`;
  if (!argument || c.frame.kind !== 'asyncGenerator') return ended(copy(c, node));
  return `return (yield ${c.engine}.wait(${breaks(c, node.start, argument.start)}${c.emit(argument)}${breaks(c, argument.end, node.end)}, ${place(c, node)}));`;
}

/** `throw`. A value that is no error has no stack that could tell later where this was. */
export function emitThrow(c: Context, node: Node): string {
  const argument = node.argument as Node;
  if (argument.type === 'NewExpression') return ended(copy(c, node));
  return `throw ${breaks(c, node.start, argument.start)}${c.engine}.thrown(${c.emit(argument)}, ${place(c, node)})${breaks(c, argument.end, node.end)};`;
}

/** A label. Before a loop that is written as a block it goes inside, to the loop itself. */
export function emitLabeled(c: Context, node: Node): string {
  let labels = '';
  let inner = node;
  while (inner.type === 'LabeledStatement') {
    labels += `${inner.label.name as string}: `;
    inner = inner.body as Node;
  }
  if (inner.type === 'ForOfStatement' && inner.await) return breaks(c, node.start, inner.start) + emitForAwait(c, inner, labels);
  if (declaresUsing(inner)) return breaks(c, node.start, inner.start) + emitLoop(c, inner, labels);
  return `${labels}${breaks(c, node.start, inner.start)}${c.emit(inner)}`;
}

export const emitFor = (c: Context, node: Node): string => (node.await ? emitForAwait(c, node) : emitForEach(c, node));

/** A `switch`. Its cases share one scope that has no start of its own, so cells and marks are made at whichever case is first. */
export function emitSwitch(c: Context, node: Node): string {
  const cases = node.cases as Node[];
  const statements = cases.flatMap((one) => one.consequent as Node[]);
  const scope = c.facts.scopes.get(node);
  const cells = [...(scope?.bindings.values() ?? [])].filter((binding) => binding.cell !== undefined);
  const declared = cells.map((binding) => binding.cell ?? '');
  const text = copy(c, node, (child) => {
    if (child.type !== 'SwitchCase') return c.emit(child);
    const before = prologue(c, node, statements).replaceAll(/const (\S+) = /g, '$1 ??= ');
    const body = child.consequent as Node[];
    const from = body[0]?.start ?? child.end;
    return copyList(c, child.test ? [child.test as Node] : [], child.start, from) + before + copyList(c, body, from, child.end, (inner) => emitMarked(c, inner));
  });
  return declared.length === 0 ? text : `{ let ${declared.join(', ')}; ${text} }`;
}

/** The statements of a program, in one frame. `before` goes first. */
export const emitProgram = (c: Context, program: Node, before: string): string => blockInside(c, program, program.body as Node[], 0, program.end, before);
