import { childrenOf, isFunction, isTypeOnly, type Node } from './ast.ts';
import type { Facts } from './scopes.ts';

/**
 * Which async functions are *lifted*: their body becomes a generator function that is made once for the loaded program, whatever number of
 * times the function itself is made. It gets all that it uses of the functions around it as arguments.
 *
 * Not lifted, and written where they stand, are functions that
 * - use a private name of a class around them: it means another name each time the class is made;
 * - use `super`: it belongs to the method that stands there;
 * - stand in a parameter list, or use a variable in theirs that has the name of a variable of their body.
 */
export function isLiftable(fn: Node, facts: Facts): boolean {
  return !standsInParameters(fn) && !meetsItsBody(fn, facts) && childrenOf(fn).every((child) => isSelfContained(child, new Set(), false));
}

function standsInParameters(fn: Node): boolean {
  for (let at = fn; at.parent; at = at.parent) if (isFunction(at.parent) && (at.parent.params as Node[]).includes(at)) return true;
  return false;
}

/** True if `node` uses no private name but `privates`, and no `super` unless `hasSuper`. */
function isSelfContained(node: Node, privates: ReadonlySet<string>, hasSuper: boolean): boolean {
  if (isTypeOnly(node)) return true;
  const are = (nodes: readonly (Node | null | undefined)[], names: ReadonlySet<string>, has: boolean): boolean => nodes.every((child) => !child || isSelfContained(child, names, has));
  switch (node.type) {
    case 'Super': return hasSuper;
    case 'PrivateIdentifier': return privates.has(node.name as string);
    case 'ClassDeclaration': case 'ClassExpression': {
      const members = node.body.body as Node[];
      const names = new Set([...privates, ...members.map((member) => (member.key?.type === 'PrivateIdentifier' ? (member.key.name as string) : ''))]);
      const keys = members.map((member) => (member.computed ? (member.key as Node) : undefined));
      const values = members.flatMap((member) => (member.type === 'StaticBlock' ? (member.body as Node[]) : [member.value as Node | null | undefined]));
      return are([node.superClass as Node | null], privates, hasSuper) && are(keys, names, hasSuper) && are(values, names, true);
    }
    case 'FunctionDeclaration': case 'FunctionExpression': return are(childrenOf(node), privates, true);
    default: return are(childrenOf(node), privates, hasSuper);
  }
}

/** True if something in the parameter list uses a variable from outside that has the name of a variable of the body. Both would be in one scope. */
function meetsItsBody(fn: Node, facts: Facts): boolean {
  const inside = facts.scopes.get(fn.body as Node)?.bindings;
  const meets = (node: Node): boolean => (node.type === 'Identifier' && inside?.has(node.name as string) === true && facts.bindings.get(node)?.owner !== fn) || childrenOf(node).some(meets);
  return inside !== undefined && (fn.params as Node[]).some(meets);
}
