import { childrenOf, isFunction, isWrapper, unwrap, type Node } from './ast.ts';
import { lookingGlobals, lookingMembers } from './globals.ts';
import type { Binding, Facts } from './scopes.ts';

const containers = new Set(['Array', 'Map', 'Set', 'WeakMap', 'WeakSet']);
const declaring = new Set(['const', 'let', 'var']);
/** Methods that return the object itself. */
const returnsItself = new Set(['sort', 'reverse', 'fill', 'copyWithin', 'set', 'add', 'valueOf']);

/**
 * The variables whose object no other task can get hold of, so that its members need no points.
 *
 * Proof by the uses: the variable starts with an object made on the spot, is never assigned, is used in its own function
 * only, and each use either looks into the object or returns it. A use that this list does not know counts as an escape.
 */
export function localObjects(facts: Facts, variables: Iterable<Binding>): Set<Binding> {
  const isFree = (node: Node): boolean => node.type === 'Identifier' && !facts.bindings.has(node);
  const local = new Set<Binding>();
  for (const binding of variables) {
    if (!declaring.has(binding.kind) || binding.captured || binding.exported || binding.head || !binding.init) continue;
    if (!isMadeHere(unwrap(binding.init), isFree)) continue;
    if (binding.references.every((reference) => (binding.kind === 'var' && reference.node === binding.node) || (!reference.writes && staysHere(reference.node, isFree)))) local.add(binding);
  }
  return local;
}

function isMadeHere(init: Node, isFree: (node: Node) => boolean): boolean {
  if (init.type === 'ArrayExpression') return !holdsThis(init);
  if (init.type === 'ObjectExpression') return !holdsThis(init);
  if (init.type === 'NewExpression') return isFree(init.callee as Node) && containers.has(init.callee.name as string);
  return false;
}

/** A function in the literal could give `this` away. */
function holdsThis(literal: Node): boolean {
  return childrenOf(literal).some((child) => isFunction(child) || child.type === 'ClassExpression' || (child.type === 'Property' && (child.method || child.kind !== 'init' || isFunction(child.value as Node))));
}

function staysHere(use: Node, isFree: (node: Node) => boolean): boolean {
  let node = use;
  while (node.parent && isWrapper(node.parent)) node = node.parent;
  const parent = node.parent;
  if (!parent) return false;
  switch (parent.type) {
    case 'MemberExpression': {
      if (parent.object !== node) return true;
      const user = parent.parent;
      if (!user) return false;
      const isCallee = user.type === 'CallExpression' && user.callee === parent;
      if (isCallee && (parent.computed || returnsItself.has(parent.property.name as string))) return user.parent?.type === 'ExpressionStatement';
      return user.type !== 'TaggedTemplateExpression';
    }
    case 'CallExpression': return parent.callee !== node && onlyLooks(parent.callee as Node, isFree);
    case 'VariableDeclarator': return parent.init === node && parent.id.type !== 'Identifier';
    case 'SpreadElement': case 'ReturnStatement': case 'TemplateLiteral': case 'BinaryExpression': case 'UnaryExpression': case 'ExpressionStatement': return true;
    case 'IfStatement': case 'WhileStatement': case 'DoWhileStatement': return true;
    case 'ConditionalExpression': return parent.test === node;
    case 'ForOfStatement': return parent.right === node && !parent.await;
    case 'ForInStatement': return parent.right === node;
    default: return false;
  }
}

function onlyLooks(callee: Node, isFree: (node: Node) => boolean): boolean {
  if (isFree(callee)) return lookingGlobals.has(callee.name as string);
  if (callee.type !== 'MemberExpression' || callee.computed || !isFree(callee.object as Node)) return false;
  return lookingGlobals.has(callee.object.name as string) || lookingMembers.has(`${callee.object.name as string}.${callee.property.name as string}`);
}
