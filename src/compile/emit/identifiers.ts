import { childrenOf, isFunction, type Node } from '../ast.ts';
import type { Capture, Context, Frame } from './context.ts';
import { noteThis, takeFrom, variableText } from './lifting.ts';
import { cellOf, point } from './points.ts';
import { breaks, sequence } from './text.ts';

/** What to write for a variable here: its name, or the place where it is found. */
export const variable = variableText;

/** True if a variable is written by its name here. */
export const isDirect = (c: Context, id: Node): boolean => variable(c, id) === id.name;

/** An identifier where a value is wanted, or where a name is declared. */
export function emitIdentifier(c: Context, id: Node): string {
  const tail = breaks(c, id.start, id.end);
  const binding = c.facts.bindings.get(id);
  if (!binding) return (id.name === 'arguments' ? emitArguments(c, id) : variable(c, id)) + tail;
  const isUse = binding.references.some((reference) => reference.node === id && reference.reads);
  const cell = isUse ? cellOf(c, id) : undefined;
  return (cell === undefined ? variable(c, id) : sequence(point(c, 'read', cell, id), variable(c, id))) + tail;
}

/** A declared name alone, without its type. */
export const emitName = (c: Context, id: Node): string => (id.name as string) + breaks(c, id.start, id.end);

/**
 * The function that `this`, `arguments`, `super` and `new.target` belong to here, and the outermost async arrow between it and
 * here. An async arrow is written as a generator function, which has its own, so such an arrow takes them by name.
 */
export function lexicalOwner(c: Context): { readonly owner: Frame; readonly arrow: Frame | undefined } {
  let frame = c.frame;
  let arrow: Frame | undefined;
  while (frame.isArrow && frame.parent) {
    if (frame.kind === 'async') arrow = frame;
    frame = frame.parent;
  }
  return { owner: frame, arrow };
}

/** The name under which `arrow`, the outermost async arrow or a lifted function, takes `what` from around it. */
export function capture(c: Context, arrow: Frame, what: Capture): string {
  const name = arrow.captures.get(what) ?? c.names.fresh(`$${what.replace('.', '_')}`);
  arrow.captures.set(what, name);
  takeFrom(c, arrow, name);
  return name;
}

export function emitThis(c: Context): string {
  const { owner, arrow } = lexicalOwner(c);
  if (owner.kind === 'module') return '(void 0)';
  noteThis(c);
  return arrow && owner.isDerived ? `${capture(c, arrow, 'this')}()` : 'this';
}

function emitArguments(c: Context, id: Node): string {
  const { owner, arrow } = lexicalOwner(c);
  if (owner.kind === 'module') c.report(id, '"arguments" exists in functions only', 'name the parameters, or collect them: (...args).');
  // A lifted function has parameters besides those that its caller knows.
  const taker = owner.lift ? owner : arrow;
  return taker ? capture(c, taker, 'arguments') : 'arguments';
}

export function emitMeta(c: Context, node: Node): string {
  if (node.meta.name === 'import') {
    c.report(node, '"import.meta" is not available in a lesson\'s program', 'put what the program needs into the program.');
    return 'undefined';
  }
  const { owner, arrow } = lexicalOwner(c);
  if (owner.kind === 'async' || owner.kind === 'asyncGenerator') return 'undefined';
  return arrow ? capture(c, arrow, 'new.target') : 'new.target';
}

/** True if a function's own `super` is used inside `node`: not in a nested class or method, but through arrows. */
export function usesSuper(node: Node): boolean {
  return childrenOf(node).some((child) => {
    if (child.type === 'Super') return true;
    if (child.type === 'ClassBody' || (isFunction(child) && child.type !== 'ArrowFunctionExpression')) return false;
    return usesSuper(child);
  });
}
