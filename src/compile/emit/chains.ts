import { isWrapper, type Node } from '../ast.ts';
import { temporary, type Context } from './context.ts';
import { calleeText, emitArguments, methodCall } from './calls.ts';
import { access, isObserved, isRepeatable, type Access } from './members.ts';
import { place, point } from './points.ts';
import { breaks, flat, sequence } from './text.ts';

/** Takes code for a value and makes the code for all that follows in the chain. */
type Rest = (value: string) => string;

/**
 * Writes an optional chain. Each `?.` becomes `(held = value) == null ? nothing : rest`, so a chain is written from the inside
 * out: `rest` is the function that writes what follows a link.
 */
function link(c: Context, node: Node, nothing: string, rest: Rest): string {
  if (!isOptional(node)) return rest(c.emit(node));
  if (isWrapper(node)) return link(c, node.expression as Node, nothing, (value) => rest(value + breaks(c, node.expression.end as number, node.end)));
  if (node.type === 'MemberExpression' && node.object.type !== 'Super') {
    return holdObject(c, node, nothing, (target) => {
      const read = isObserved(c, node.object as Node) ? point(c, 'readProperty', `${target.object}, ${target.key}`, node.property as Node) : '';
      return rest(read || target.setup.trim() ? sequence(`${target.setup}${read}`.replace(/, $/, ''), target.property) : target.setup + target.property);
    });
  }
  return linkCall(c, node, nothing, rest);
}

/** True if a `?.` stands somewhere on the way into this link. */
function isOptional(node: Node): boolean {
  if (isWrapper(node)) return isOptional(node.expression as Node);
  if (node.type === 'MemberExpression') return !!node.optional || isOptional(node.object as Node);
  if (node.type === 'CallExpression') return !!node.optional || isOptional(node.callee as Node);
  return false;
}

/** Evaluates the object of a member once, leaves the chain if it is missing and the link is optional, and goes on. */
function holdObject(c: Context, member: Node, nothing: string, go: (target: Access) => string): string {
  const object = member.object as Node;
  return link(c, object, nothing, (value) => {
    const isPlain = isRepeatable(c, object, member.computed ? [member.property as Node] : []);
    const held = isPlain ? flat(value) : temporary(c);
    const hold = isPlain ? breaks(c, object.start, object.end) : `${held} = ${value}`;
    const target = access(c, member, [], held);
    if (member.optional) return `${isPlain ? hold : ''}${isPlain ? held : `(${hold})`} == null ? ${nothing} : ${go(target)}`;
    return go({ ...target, setup: isPlain ? hold + target.setup : `${hold}, ${target.setup}` });
  });
}

function linkCall(c: Context, node: Node, nothing: string, rest: Rest): string {
  let callee = node.callee as Node;
  while (isWrapper(callee)) callee = callee.expression as Node;
  if (callee.type !== 'MemberExpression' || callee.object.type === 'Super') {
    return link(c, callee, nothing, (value) => {
      const { lead, list } = emitArguments(c, node);
      if (!node.optional) return rest(`(${value})${lead}(${list})`);
      const held = temporary(c);
      const call = callee.type === 'MemberExpression' ? `${held}.call(this, ${lead}${list})` : `${held}${lead}(${list})`;
      return `(${held} = ${value}) == null ? ${nothing} : ${rest(call)}`;
    });
  }
  return holdObject(c, callee, nothing, (target) => {
    if (!node.optional) {
      if (isObserved(c, callee.object as Node)) return rest(methodCall(c, node, callee, target));
      const { lead, list } = emitArguments(c, node);
      const call = `${target.property}${lead}(${list})`;
      return rest(target.setup.trim() ? sequence(target.setup.replace(/, $/, ''), call) : target.setup + call);
    }
    const method = temporary(c);
    const { lead, list } = emitArguments(c, node);
    const call = `${c.helper('apply')}(${method}, ${target.object}, [${lead}${list}], ${calleeText(c, callee)})`;
    return `(${target.setup}${method} = ${target.property}) == null ? ${nothing} : ${rest(call)}`;
  });
}

/** An optional chain where its value is wanted. */
export const emitChain = (c: Context, node: Node): string => `(${link(c, node.expression as Node, 'undefined', (value) => value)})`;

/** `delete a?.b`. */
export function emitDeleteChain(c: Context, node: Node): string {
  const last = node.argument.expression as Node;
  if (last.type !== 'MemberExpression') return `delete ${emitChain(c, node.argument as Node)}`;
  const text = holdObject(c, last, 'true', ({ setup, object, key, property }) => {
    const write = isObserved(c, last.object as Node) ? point(c, 'writeProperty', `${object}, ${key}`, last.property as Node) : '';
    return sequence(`${setup}${write}`.replace(/, $/, ''), `delete ${property}`);
  });
  return `(${breaks(c, node.start, last.start)}${text})`;
}

/** `await a?.b(…)`: the last call of the chain is the one that is waited for. Code for a `Steps`, to be yielded. */
export function emitAwaitedChain(c: Context, chain: Node, pos: Node): string {
  const last = chain.expression as Node;
  const nothing = `${c.engine}.wait(undefined, ${place(c, pos)})`;
  const wait = (value: string): string => `${c.engine}.wait(${value}, ${place(c, pos)})`;
  let callee = last.callee as Node | undefined;
  while (callee && isWrapper(callee)) callee = callee.expression as Node;
  if (last.type !== 'CallExpression' || callee?.type !== 'MemberExpression' || callee.object.type === 'Super') return link(c, last, nothing, wait);
  const member = callee;
  return holdObject(c, member, nothing, (target) => {
    const method = temporary(c);
    const get = `${target.setup}${method} = ${target.property}`;
    const call = (): string => {
      const { lead, list } = emitArguments(c, last);
      return `${c.engine}.enter(${method}, ${target.object}, [${lead}${list}], ${place(c, pos)}, ${calleeText(c, member)})`;
    };
    return last.optional ? `(${get}) == null ? ${nothing} : ${call()}` : sequence(get, call());
  });
}
