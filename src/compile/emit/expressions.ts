import { unwrap, type Node } from '../ast.ts';
import { emitDelete, emitIn, isObserved, plainMember } from './members.ts';
import { emitDeleteChain } from './chains.ts';
import type { Context } from './context.ts';
import { isDirect } from './identifiers.ts';
import { place } from './points.ts';
import { breaks, copy } from './text.ts';

/** `x as T`, `x!`, `<T>x`: the value, in parentheses so that what stands around it binds as before. */
export function emitWrapped(c: Context, node: Node): string {
  const inner = node.expression as Node;
  return `(${breaks(c, node.start, inner.start)}${c.emit(inner)}${breaks(c, inner.end, node.end)})`;
}

export function emitUnary(c: Context, node: Node): string {
  const argument = unwrap(node.argument as Node);
  if (node.operator !== 'delete') return copy(c, node);
  return argument.type === 'ChainExpression' ? emitDeleteChain(c, { ...node, argument } as Node) : emitDelete(c, node);
}

export const emitBinary = (c: Context, node: Node): string => (node.operator === 'in' ? emitIn(c, node) : copy(c, node));

/** `` tag`…` ``: the tag keeps its `this`. */
export function emitTagged(c: Context, node: Node): string {
  const tag = unwrap(node.tag as Node);
  const text = tag.type === 'MemberExpression' ? plainMember(c, tag) : `(${tag.type === 'Identifier' && !isDirect(c, tag) ? '0, ' : ''}${c.emit(tag)})`;
  const quasi = node.quasi as Node;
  return breaks(c, node.start, tag.start) + text + breaks(c, tag.end, quasi.start) + c.emit(quasi);
}

/** `yield`. In an async generator it is the kernel's to hand the value over. */
export function emitYield(c: Context, node: Node): string {
  const argument = node.argument as Node | null;
  if (c.frame.kind !== 'asyncGenerator') return `(${copy(c, node, (child) => (node.delegate && isObserved(c, child) ? `${c.engine}.sawEach(${c.emit(child)}, ${place(c, child)})` : c.emit(child)))})`;
  const value = argument ? breaks(c, node.start, argument.start) + c.emit(argument) + breaks(c, argument.end, node.end) : 'undefined';
  return `(yield* ${c.engine}.${node.delegate ? 'delegate' : 'give'}(${value}, ${place(c, node)}))`;
}
