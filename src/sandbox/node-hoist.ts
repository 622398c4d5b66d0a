/** Works around a fault of QuickJS, which refuses `for (const x of (yield, y))` with "stack underflow" (measured with 0.32 of its packages). */
import { parse, type ForOfStatement, type LabeledStatement, type Node } from 'acorn';

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
const childrenOf = (node: Node): Node[] => Object.values(node).flat().filter(isNode);
const isFunction = ({ type }: Node): boolean => /Function/.test(type);

/** Whether `node` itself stops at a `yield`; one of a function inside of it is that function's. */
const yields = (node: Node): boolean => node.type === 'YieldExpression' || (!isFunction(node) && childrenOf(node).some(yields));

/**
 * Gives what a `for … of` goes through a name of its own where it has a `yield` in it: `{ const h = (…); for (const x of h) … }`. Lines stay as they are. A text that
 * it cannot read comes back unchanged, for QuickJS to refuse.
 */
export function hoistYields(code: string): string {
  const edits: Edit[] = [];
  const visit = (node: Node, labelled: Node | undefined): void => {
    if (node.type === 'LabeledStatement') return visit((node as LabeledStatement).body, labelled ?? node);
    if (node.type === 'ForOfStatement') hoist(node as ForOfStatement, labelled ?? node);
    for (const child of childrenOf(node)) visit(child, undefined);
  };
  const hoist = ({ right }: ForOfStatement, outer: Node): void => {
    const text = code.slice(right.start, right.end);
    if (!yields(right) || text.includes('\n')) return;
    const name = `$h${edits.length}`;
    edits.push({ start: outer.start, end: outer.start, text: `{ const ${name} = (${text}); ` }, { start: right.start, end: right.end, text: name }, { start: outer.end, end: outer.end, text: ' }' });
  };
  try {
    visit(parse(code, { ecmaVersion: 'latest', allowReturnOutsideFunction: true }), undefined);
  } catch {
    return code;
  }
  return edits.sort((a, b) => b.start - a.start || b.end - a.end).reduce((text, edit) => text.slice(0, edit.start) + edit.text + text.slice(edit.end), code);
}
