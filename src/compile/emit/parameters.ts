import { childrenOf, isPattern, type Node } from '../ast.ts';
import { isPure } from '../pure.ts';
import type { Binding } from '../scopes.ts';
import { makeFrame, within, type Context } from './context.ts';
import { emitPattern } from './patterns.ts';
import { evaluatedIn, fitsOnOneLine, Lines, takeApart } from './take-apart.ts';
import { breaks, copyList, indexAfter } from './text.ts';

/** The parameters of a function that are taken apart in its body, and the names that stand in the parameter list for them. */
export type Moved = ReadonlyMap<Node, string>;

const NONE: Moved = new Map();

export const isThis = (parameter: Node): boolean => parameter.type === 'Identifier' && parameter.name === 'this';

const patternOf = (parameter: Node): Node => (parameter.type === 'AssignmentPattern' ? (parameter.left as Node) : parameter);

/**
 * Which parameters of `fn` its body can take apart, so that there may be points: those that are patterns. Not those of generators, which read their parameters
 * when they are called; nor where a name would mean something else in the body, a default would be evaluated in another order, or a
 * line would move.
 */
export function movedParameters(c: Context, fn: Node): Moved {
  const parameters = (fn.params as Node[]).filter((parameter) => !isThis(parameter));
  const first = parameters.findIndex((parameter) => isPattern(patternOf(parameter)));
  if (first < 0 || fn.generator) return NONE;
  const moved = parameters.slice(first).filter((parameter) => isPattern(patternOf(parameter)));
  const inside = c.facts.scopes.get(fn.body as Node)?.bindings;
  const meetsBody = (node: Node): boolean => (node.type === 'Identifier' && inside?.has(node.name as string) === true) || childrenOf(node).some(meetsBody);
  const isMoved = ({ node }: Binding): boolean => moved.some((parameter) => parameter.start <= node.start && node.end <= parameter.end);
  const usesMoved = (node: Node): boolean => {
    const binding = c.facts.bindings.get(node);
    return (binding !== undefined && isMoved(binding)) || childrenOf(node).some(usesMoved);
  };
  // What is still evaluated in the parameter list: nothing in it may use what is moved, or be seen to come before it.
  const stay = parameters.map((parameter) => (!moved.includes(parameter) ? evaluatedIn(parameter) : parameter.type === 'AssignmentPattern' ? [parameter.right as Node] : []));
  const canMove =
    moved.every((parameter) => !meetsBody(patternOf(parameter)) && fitsOnOneLine(c, patternOf(parameter))) &&
    stay.every((values, i) => values.every((value) => !usesMoved(value) && (i <= first || isPure(value, c.facts))));
  return canMove ? new Map(moved.map((parameter) => [parameter, c.names.temporary()])) : NONE;
}

/** The statement that takes `moved` apart, to stand first in the body. */
export function takeParameters(c: Context, moved: Moved): string {
  const declarators = [...moved].flatMap(([parameter, name]) => {
    const pattern = patternOf(parameter);
    return takeApart(c, pattern, name, new Lines(c, pattern.start, false));
  });
  return declarators.length === 0 ? '' : ` let ${declarators.join(', ')};`;
}

/** `(a, b = 1)`, from after the name and the type parameters to the parenthesis, with line breaks up to `until` kept. */
export function emitParameters(c: Context, fn: Node, from: number, until: number, moved: Moved): string {
  const parameters = (fn.params as Node[]).filter((parameter) => !isThis(parameter));
  const open = indexAfter(c, '(', from, until);
  const frame = c.frame;
  frame.inBody = false;
  const first = (fn.params as Node[])[0];
  const start = first && isThis(first) ? (parameters[0]?.start ?? first.end) : open + 1;
  const end = parameters.at(-1)?.end ?? start;
  const isolating = { ...c, emit: (node: Node) => isolated(c, node) };
  const text = copyList(c, parameters, start, end, (parameter) => {
    const name = moved.get(parameter);
    if (name === undefined) return emitPattern(isolating, parameter);
    if (parameter.type !== 'AssignmentPattern') return name + breaks(c, parameter.start, parameter.end);
    const right = parameter.right as Node;
    return `${name}${breaks(c, parameter.start, right.start)} = ${isolated(c, right)}${breaks(c, right.end, parameter.end)}`;
  });
  frame.inBody = true;
  return `${breaks(c, from, open)}(${breaks(c, open, start)}${text}${breaks(c, end, until)})`;
}

/** A value that stands where no temporary can be declared: a default, a field. It gets an arrow of its own if it needs one. */
export function isolated(c: Context, node: Node): string {
  const frame = makeFrame('plain', node, c.frame, { isArrow: true });
  const text = within(c, frame, () => c.emit(node));
  return frame.temporaries.length === 0 ? text : `((${frame.temporaries.join(', ')}) => (${text}))()`;
}
