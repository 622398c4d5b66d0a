import { keyName, type Node } from '../ast.ts';
import type { Context } from './context.ts';
import { emitMember } from './class-members.ts';
import { breaks } from './text.ts';

export function emitClass(c: Context, node: Node): string {
  const body = node.body as Node;
  const name = node.id ? ` ${node.id.name as string}` : '';
  let head = `${breaks(c, node.start, (node.id?.end ?? node.start) as number)}class${name}`;
  let at = (node.id?.end ?? node.start) as number;
  if (node.superClass) {
    const base = node.superClass as Node;
    head += `${breaks(c, at, base.start)} extends (${c.emit(base)})`;
    at = base.end;
  }
  head += breaks(c, at, body.start);
  // What goes to the start of the body: a static block that makes methods async, fields that mark private ones.
  const additions = { statics: [] as string[], fields: [] as string[] };
  const overridden = lastOf(body.body as Node[]);
  let text = '';
  at = body.start + 1;
  for (const member of body.body as Node[]) {
    text += breaks(c, at, member.start) + emitMember(c, member, { additions, isDerived: !!node.superClass, isLast: overridden.has(member) });
    at = member.end;
  }
  const statics = additions.statics.length === 0 ? '' : ` static { ${additions.statics.join(' ')} }`;
  return `${head} {${statics}${additions.fields.map((field) => ` ${field}`).join('')}${text}${breaks(c, at, body.end)}}`;
}

/** The members that no later member of the same name replaces. */
function lastOf(members: readonly Node[]): Set<Node> {
  const last = new Map<string, Node>();
  const others: Node[] = [];
  for (const member of members) {
    const name = member.key && member.type === 'MethodDefinition' ? keyName(member.key as Node, !!member.computed) : undefined;
    if (name === undefined) others.push(member);
    else last.set(`${member.static ? 'static ' : ''}${member.kind === 'set' || member.kind === 'get' ? `${member.kind as string} ` : ''}${name}`, member);
  }
  return new Set([...last.values(), ...others]);
}
