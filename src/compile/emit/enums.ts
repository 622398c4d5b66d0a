import { keyName, unwrap, type Node } from '../ast.ts';
import type { Context } from './context.ts';
import { isolated } from './parameters.ts';
import { breaks, quote } from './text.ts';

const isText = (node: Node | undefined): boolean => node !== undefined && ((node.type === 'Literal' && typeof node.value === 'string') || node.type === 'TemplateLiteral');

/** `enum E { A, B = 2, C = "c" }`: an object, with the names of the numbers beside the numbers of the names. */
export function emitEnum(c: Context, node: Node): string {
  if (node.declare) return breaks(c, node.start, node.end);
  const own = node.id.name as string;
  const members = node.members as Node[];
  const object = c.names.fresh('$enum');
  // A member of the enum's own name hides it.
  const self = members.some((member) => keyName(member.id as Node, false) === own) ? '' : ` const ${own} = ${object};`;
  let text = `let ${own} = ((${object}) => {${self}`;
  let at = node.start;
  let previous: string | undefined;
  for (const member of members) {
    const id = member.id as Node;
    const key = quote(keyName(id, false) ?? '');
    const initializer = member.initializer as Node | undefined;
    if (!initializer && previous === '') c.report(member, 'this member needs a value: the one before it is text', 'give it a value.');
    const value = initializer ? `(${breaks(c, id.end, initializer.start)}${isolated(c, initializer)})` : previous === undefined ? '0' : `${previous} + 1`;
    const held = c.names.fresh('$member');
    const name = id.type === 'Identifier' ? ` const ${id.name as string} = ${held};` : '';
    const isString = isText(initializer && unwrap(initializer));
    text += `${breaks(c, at, id.start)} const ${held} = ${value};${name} ${object}[${key}] = ${held};`;
    if (!isString) text += ` if (typeof ${held} !== "string") ${object}[${held}] = ${key};`;
    previous = isString ? '' : held;
    at = member.end;
  }
  return `${text} return ${object};${breaks(c, at, node.end)} })({});`;
}
