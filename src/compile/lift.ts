import { childrenOf, isFunction, isTypeOnly, type Node } from './ast.ts';
import type { Facts } from './scopes.ts';

/**
 * Which async functions are *lifted*: their body becomes a generator function that is made once for the loaded program, whatever number of
 * times the function itself is made. It gets all that it uses of the functions around it as arguments.
 *
 * Not lifted, and written where they stand, are functions that
 * - use a private name of a class around them: it means another name each time the class is made;
 * - use `super`: it belongs to the method that stands there;
 * - stand in a parameter list, or hold a function one of whose defaults names a variable of the function's body. Parameters and body are
 *   two scopes in the language, and one here.
 */
export function isLiftable(fn: Node, facts: Facts): boolean {
  return !standsInParameters(fn) && !hasOddParameters(fn, facts) && childrenOf(fn).every((child) => isSelfContained(child, facts, new Set(), false));
}

function standsInParameters(fn: Node): boolean {
  for (let at = fn; at.parent; at = at.parent) if (isFunction(at.parent) && (at.parent.params as Node[]).includes(at)) return true;
  return false;
}

/** True if `node` uses no private name but `privates`, and no `super` unless `hasSuper`. */
function isSelfContained(node: Node, facts: Facts, privates: ReadonlySet<string>, hasSuper: boolean): boolean {
  if (isTypeOnly(node)) return true;
  const are = (nodes: readonly (Node | null | undefined)[], names: ReadonlySet<string>, has: boolean): boolean => nodes.every((child) => !child || isSelfContained(child, facts, names, has));
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
    case 'ArrowFunctionExpression': return !hasOddParameters(node, facts) && are(childrenOf(node), privates, hasSuper);
    case 'FunctionDeclaration': case 'FunctionExpression': return !hasOddParameters(node, facts) && are(childrenOf(node), privates, true);
    default: return are(childrenOf(node), privates, hasSuper);
  }
}

/** True if something in the parameter list seems to name a variable of the body. What it means is a variable further out. */
function hasOddParameters(fn: Node, facts: Facts): boolean {
  const isOdd = (node: Node): boolean => {
    const binding = node.type === 'Identifier' ? facts.bindings.get(node) : undefined;
    if (binding?.owner === fn && binding.kind !== 'param' && binding.kind !== 'own-name') return true;
    return childrenOf(node).some(isOdd);
  };
  return (fn.params as Node[]).some(isOdd);
}
