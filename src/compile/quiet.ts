import { childrenOf, isFunction, isPattern, unwrap, type Node } from './ast.ts';
import { plainFunctions, plainGlobals } from './globals.ts';
import type { Binding, Facts } from './scopes.ts';
import { isKnownFunction } from './shared.ts';

const found = new WeakMap<Node, boolean>();

/**
 * True if calling this function of the program does nothing that other tasks could see: it uses no shared variable and no member of an
 * object, and calls nothing but such functions. Whether it runs before another task's step or after is then all the same.
 *
 * A use that this list does not know counts as seen. Functions inside count as called.
 */
export function isQuiet(binding: Binding, facts: Facts): boolean {
  const fn = binding.init === undefined ? undefined : unwrap(binding.init);
  if (fn === undefined || !isFunction(fn) || fn.async || fn.generator) return false;
  const known = found.get(fn);
  if (known !== undefined) return known;
  // Until the opposite is found: a function that calls itself adds nothing by that.
  found.set(fn, true);
  const quiet = childrenOf(fn).every((child) => isQuietNode(child, facts));
  found.set(fn, quiet);
  return quiet;
}

function isQuietNode(node: Node, facts: Facts): boolean {
  const inside = (): boolean => childrenOf(node).every((child) => isQuietNode(child, facts));
  switch (node.type) {
    case 'Identifier': return facts.bindings.get(node)?.cell === undefined && facts.bindings.get(node)?.live === undefined;
    case 'MemberExpression': return isPlain(unwrap(node.object as Node), facts) && node.object.name !== 'console' && inside();
    case 'CallExpression': case 'NewExpression': return isQuietCallee(unwrap(node.callee as Node), facts) && inside();
    // Taking something apart reads it, or calls its iterator.
    case 'ObjectPattern': case 'ArrayPattern': return isFresh(node) && inside();
    case 'AssignmentExpression': return (node.left.type === 'Identifier' || isPattern(node.left as Node)) && inside();
    case 'TaggedTemplateExpression': case 'YieldExpression': case 'AwaitExpression': case 'ClassExpression': case 'ClassDeclaration': return false;
    default: return inside();
  }
}

/** True for a pattern that takes apart what was made on the spot. */
function isFresh(pattern: Node): boolean {
  const { parent } = pattern;
  const value = (parent?.type === 'VariableDeclarator' ? parent.init : parent?.type === 'AssignmentExpression' ? parent.right : undefined) as Node | null | undefined;
  return value?.type === 'ArrayExpression' || value?.type === 'ObjectExpression';
}

const isPlain = (object: Node, facts: Facts): boolean => object.type === 'Identifier' && !facts.bindings.has(object) && plainGlobals.has(object.name as string);

function isQuietCallee(callee: Node, facts: Facts): boolean {
  if (callee.type === 'MemberExpression') return isPlain(unwrap(callee.object as Node), facts) && callee.object.name !== 'console';
  if (callee.type !== 'Identifier') return false;
  const binding = facts.bindings.get(callee);
  if (binding === undefined) return plainFunctions.has(callee.name as string);
  return binding.imported === undefined && isKnownFunction(binding) && isQuiet(binding, facts);
}
