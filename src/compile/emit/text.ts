import { childrenOf, type Node } from '../ast.ts';
import type { Context } from './context.ts';

/** The line breaks of a piece of the source: what is left of a text that goes, so that lines stay where they are. */
export const breaks = (c: Context, from: number, to: number): string => c.source.slice(from, to).replace(/[^\n]+/g, '');

/** The source between two nodes, without its comments. Only punctuation and keywords stand there, so `//` starts a comment. */
export function gap(c: Context, from: number, to: number): string {
  const text = c.source.slice(from, to);
  return text.includes('/') ? text.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]+/g, ' ')) : text;
}

/** The source of `node` with its children replaced by what `emitChild` makes of them. */
export function copy(c: Context, node: Node, emitChild: (child: Node) => string = c.emit): string {
  let text = '';
  let at = node.start;
  for (const child of childrenOf(node)) {
    text += gap(c, at, child.start) + emitChild(child);
    at = child.end;
  }
  return text + gap(c, at, node.end);
}

/** Some nodes in a row with what stands between them, from `from` to `to`. */
export function copyList(c: Context, nodes: readonly Node[], from: number, to: number, emitChild: (child: Node) => string = c.emit): string {
  let text = '';
  let at = from;
  for (const node of nodes) {
    text += gap(c, at, node.start) + emitChild(node);
    at = node.end;
  }
  return text + gap(c, at, to);
}

/** A comma expression. Empty parts go. */
export const sequence = (...parts: readonly string[]): string => `(${parts.filter((part) => part !== '').join(', ')})`;

/** A string literal that is safe in one line of code. */
export const quote = (text: string): string => JSON.stringify(text).replace(/[\u2028\u2029]/g, (c) => (c === '\u2028' ? '\\u2028' : '\\u2029'));

/** Where `text` next stands in the source, outside comments, from `from` on. */
export function indexAfter(c: Context, text: string, from: number, to: number): number {
  const at = gap(c, from, to).indexOf(text);
  return at < 0 ? to : from + at;
}

/** The text of a name or a literal, inside any type wrappers, on one line. What is cut off must be kept elsewhere. */
export const flat = (text: string): string => text.replace(/\s*\n\s*/g, '').trim();
