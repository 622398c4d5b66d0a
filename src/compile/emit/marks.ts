import type { Node } from '../ast.ts';
import type { Context } from './context.ts';
import { place } from './points.ts';

/**
 * Marks say where the program is, for whoever looks for the line at which it gets stuck: at the start of each statement, and right before each
 * call, when the arguments are there already and others have had their turn. There are none in code that is not compiled for that.
 */
const at = (c: Context, node: Node): string => (c.isMarked ? `${c.engine}.at(${place(c, node)})` : '');

/** A statement, with its mark. */
export const emitMarked = (c: Context, statement: Node): string => (c.isMarked ? `${at(c, statement)}; ` : '') + c.emit(statement);

/** Arguments, and one more that is none: what is spread there is empty, and evaluated last. */
export const markedArguments = (c: Context, call: Node, list: string): string => (c.isMarked ? `${list}${/(^|,)\s*$/.test(list) ? '' : ','} ...${at(c, called(call))}` : list);

/** A mark after a point: others may have gone there. */
export const markedPoint = (c: Context, text: string, node: Node): string => (c.isMarked ? `${text}, ${at(c, node)}` : text);

/** The name that is called. In a chain over several lines, its line is the one. */
const called = ({ callee }: Node): Node => (callee.type === 'MemberExpression' ? callee.property : callee) as Node;
