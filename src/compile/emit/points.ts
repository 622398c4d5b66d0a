import type { Node } from '../ast.ts';
import { packPlace } from '../positions.ts';
import { isBeforeCell } from '../shared.ts';
import type { Binding } from '../scopes.ts';
import { canSuspend, type Context } from './context.ts';
import { cellText } from './lifting.ts';
import { markedPoint } from './marks.ts';
import { quote } from './text.ts';

/** The packed place of `node`. Columns count from 1, as in diagnostics. */
export const place = (c: Context, node: Node): string => String(packPlace(c.file, node.loc.start.line, node.loc.start.column + 1));

type Access = 'read' | 'write' | 'readProperty' | 'writeProperty' | 'invoke' | 'invokeFunction';

/** An expression to be evaluated right before an access: a point in async code, a record elsewhere. `operands` is code. */
export function point(c: Context, access: Access, operands: string, node: Node, isUnused = false): string {
  if (!canSuspend(c)) return seen(c, access, operands, node);
  const args = access === 'invoke' || access === 'invokeFunction' ? `${operands}, ${isUnused ? 'true' : 'undefined'}` : operands;
  return markedPoint(c, `${c.engine}.${access}(${args}, ${place(c, node)}) && (yield)`, node);
}

/** The record alone: for the second and later accesses of one indivisible step. */
export const seen = (c: Context, access: Access, operands: string, node: Node): string =>
  `${c.engine}.saw${access.charAt(0).toUpperCase()}${access.slice(1)}(${operands}, ${place(c, node)})`;

/** Code for the cell of the variable that `use` names, if tasks may share it and the cell exists there. */
export function cellOf(c: Context, use: Node): string | undefined {
  const binding = c.facts.bindings.get(use);
  return binding && !isBeforeCell(binding, use) ? cellText(c, binding) : undefined;
}

/** The statement that makes a variable's cell. A lifted function assigns through it. */
export function makeCell(c: Context, { name, cell = '', node, owner, references }: Binding): string {
  const value = c.names.parameter(0);
  const assign = references.some((reference) => reference.writes && reference.owner !== owner) ? `, (${value}) => ${name} = ${value}` : '';
  return `const ${cell} = ${c.engine}.cell(${quote(name)}, ${place(c, node)}, () => ${name}${assign});`;
}
