import { isPattern, keyName, type Node } from '../ast.ts';
import { isPure } from '../pure.ts';
import { canSuspend, temporary, type Context } from './context.ts';
import { keepName } from './naming.ts';
import { emitLeaf, emitPattern } from './patterns.ts';
import { isRepeatable } from './members.ts';
import { cellOf, place, point, seen } from './points.ts';
import { breaks, flat, quote, sequence } from './text.ts';

/** A property of an object pattern: `a`, `a: b`, `a = 1`, `a: { b }`. The key is known if the text tells it. */
interface Part {
  readonly key: string | undefined;
  readonly place: Node;
  readonly target: Node;
  readonly fallback: Node | undefined;
}

const partOf = (property: Node): Part => {
  const value = property.value as Node;
  const isOptional = value.type === 'AssignmentPattern';
  return { key: keyName(property.key as Node, !!property.computed), place: property.key as Node, target: isOptional ? (value.left as Node) : value, fallback: isOptional ? (value.right as Node) : undefined };
};

/** All defaults in a pattern, the keys that are computed included: what is evaluated while it is taken apart. */
export function evaluatedIn(pattern: Node | null): readonly Node[] {
  if (!pattern) return [];
  if (isPattern(pattern)) return ((pattern.properties ?? pattern.elements) as (Node | null)[]).flatMap(evaluatedIn);
  if (pattern.type === 'Property') return [...(pattern.computed ? [pattern.key as Node] : []), ...evaluatedIn(pattern.value as Node)];
  if (pattern.type === 'AssignmentPattern') return [...evaluatedIn(pattern.left as Node), pattern.right as Node];
  return pattern.type === 'RestElement' ? evaluatedIn(pattern.argument as Node) : [];
}

/** True if a pattern inside has a default: its parts are read after the default, which stands behind them. */
export const hasDeepDefault = (pattern: Node): boolean =>
  pattern.type === 'ObjectPattern' && (pattern.properties as Node[]).some((property) => {
    if (property.type !== 'Property') return false;
    const { target, fallback } = partOf(property);
    return isPattern(target) && (fallback !== undefined || hasDeepDefault(target));
  });

/** Where the line breaks of a pattern go: they stay where they stand, or are kept elsewhere, and the text is all on one line. */
export class Lines {
  readonly #c: Context;
  readonly #areKept: boolean;
  #at: number;

  constructor(c: Context, from: number, areKept: boolean) {
    this.#c = c;
    this.#at = from;
    this.#areKept = areKept;
  }

  /** The line breaks before `position` that have not been written yet. */
  upTo(position: number): string {
    const from = this.#at;
    this.#at = Math.max(position, from);
    return this.#areKept && position > from ? breaks(this.#c, from, position) : '';
  }

  /** `text`, the code of `node`, with what comes before it. */
  around(node: Node, text: string): string {
    const lead = this.upTo(node.start);
    this.#at = Math.max(node.end, this.#at);
    return lead + (this.#areKept ? text : flat(text));
  }
}

/** What the parts go into: code for a place of the pattern, and for what is itself taken apart. */
interface Into {
  readonly leaf: (leaf: Node) => string;
  readonly fresh: () => string;
}

/** Records of what `pattern` reads of the value that `held` is the code of, as far as the text tells. */
export function readsOf(c: Context, pattern: Node, held: string): readonly string[] {
  if (pattern.type === 'ArrayPattern') return [seen(c, 'invoke', `${held}, "values"`, pattern)];
  const properties = pattern.properties as Node[];
  if (properties.some((property) => property.type === 'RestElement')) return [`${c.engine}.sawAll(${held}, ${place(c, pattern)})`];
  return recordsOf(c, properties.map(partOf), held);
}

const recordsOf = (c: Context, parts: readonly Part[], held: string): readonly string[] => parts.flatMap(({ key, place: at }) => {
  if (key !== undefined) return [seen(c, 'readProperty', `${held}, ${quote(key)}`, at)];
  return isRepeatable(c, at, []) && cellOf(c, at) === undefined ? [seen(c, 'readProperty', `${held}, ${c.emit(at)}`, at)] : [];
});

/**
 * Takes the value that `held` is the code of apart, as `pattern` says: declarators, or assignments, in order. Each property is read by itself, with a point of
 * its own. A part whose order of evaluation would change by that is one step: a point, and a record of each read that the text tells.
 */
export function takeApart(c: Context, pattern: Node, held: string, lines: Lines, into: Into = { leaf: (leaf) => emitLeaf(c, leaf), fresh: () => c.names.temporary() }): readonly string[] {
  const { leaf, fresh } = into;
  if (pattern.type === 'ArrayPattern') return takeElements(c, pattern, held, lines, into);
  const properties = pattern.properties as Node[];
  if (properties.length === 0) return [`${lines.around(pattern, emitPattern(c, pattern, leaf))} = ${held}`];
  const rest = properties.some((property) => property.type === 'RestElement');
  const parts = properties.filter((property) => property.type === 'Property').map(partOf);
  if (rest || parts.some(({ key }) => key === undefined)) return [`${lines.around(pattern, emitPattern(c, pattern, leaf))} = ${inOneStep(c, pattern, held, parts, rest)}`];
  return parts.flatMap(({ key = '', place: at, target, fallback }) => {
    const read = sequence(point(c, 'readProperty', `${held}, ${quote(key)}`, at), `${held}[${quote(key)}]`);
    const isDeep = isPattern(target);
    const name = isDeep ? lines.upTo(at.start) + fresh() : lines.around(target, emitPattern(c, target, leaf)).trimEnd();
    const value = fallback ? temporary(c) : '';
    const whole = fallback ? `(${value} = ${read}) === undefined ? (${lines.around(fallback, keepName(fallback, target, c.emit(fallback)))}) : ${value}` : read;
    return [`${name} = ${whole}`, ...(isDeep ? takeApart(c, target, name.trim(), lines, into) : [])];
  });
}

/** True if a pattern may be written elsewhere, all on one line, and no line moves by that. */
export const fitsOnOneLine = (c: Context, pattern: Node): boolean => evaluatedIn(pattern).every((node) => breaks(c, node.start, node.end) === '');

/** True if nothing that the pattern evaluates could tell when it is evaluated. */
export const canBeLate = (c: Context, pattern: Node): boolean => evaluatedIn(pattern).every((node) => isPure(node, c.facts));

/** All elements at once, as an iterator gives them, and then what is itself taken apart. With a default that may not be late, all of it is one step. */
function takeElements(c: Context, pattern: Node, held: string, lines: Lines, into: Into): readonly string[] {
  const inner: { readonly part: Node; readonly name: string }[] = [];
  const later = (part: Node): string => {
    const name = into.fresh();
    inner.push({ part, name });
    return name + breaks(c, part.start, part.end);
  };
  const text = canBeLate(c, pattern) ? emitPattern(c, pattern, into.leaf, later) : emitPattern(c, pattern, into.leaf);
  const elements = `${lines.around(pattern, text)} = ${sequence(point(c, 'invoke', `${held}, "values"`, pattern), held)}`;
  return [elements, ...inner.flatMap(({ part, name }) => takeApart(c, part, name, lines, into))];
}

function inOneStep(c: Context, pattern: Node, held: string, parts: readonly Part[], rest: boolean): string {
  const asks = canSuspend(c) ? `${c.engine}.readAll(${held}, ${place(c, pattern)}) && (yield)` : '';
  const reads = rest ? [`${c.engine}.sawAll(${held}, ${place(c, pattern)})`] : recordsOf(c, parts, held);
  return sequence(asks, ...reads, held);
}
