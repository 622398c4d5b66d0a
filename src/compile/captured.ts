import type { Node } from './ast.ts';
import type { Binding, Facts, Scope } from './scopes.ts';
import { isBeforeCell, isSteady } from './shared.ts';

/**
 * How a lifted function takes a variable from around it:
 * - `value`: the variable never changes and has its value whenever the function can be called. It is passed as it is.
 * - `cell`: the variable is shared. Its cell is passed, and is read and assigned in its place.
 * - `reference`: anything else, such as a variable that may not have its value yet. A reference made for the call is passed.
 */
export type Taking = 'value' | 'cell' | 'reference';

/** How `fn`, the outermost lifted function between the variable and its uses, takes it. */
export function takingOf(binding: Binding, fn: Node, facts: Facts): Taking {
  if (isSteady(binding) || isRoundOwn(binding, fn)) return isInitialised(binding, fn, facts) ? 'value' : 'reference';
  return binding.cell !== undefined && isCellMade(binding, fn) ? 'cell' : 'reference';
}

const contains = (outer: Node, inner: Node): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** True for the variable of a `for (let …)` in the loop's body, if only the head changes it: each round has its own. */
function isRoundOwn(binding: Binding, fn: Node): boolean {
  if (binding.cell !== undefined || binding.kind !== 'let' || binding.head?.type !== 'ForStatement') return false;
  return contains(binding.head.body as Node, fn) && binding.references.every((reference) => !reference.writes || reference.owner === binding.owner);
}

/** True if the variable's cell exists whenever `fn` can be called. In a `switch` it is made by whichever case is the first. */
function isCellMade(binding: Binding, fn: Node): boolean {
  if (isBeforeCell(binding, fn) || binding.scope.node.type === 'SwitchStatement') return false;
  // Inside its own class the name is another variable, which nobody can assign.
  return binding.kind !== 'class' || !contains(binding.node.parent as Node, fn);
}

/** True if the variable has its value whenever `fn` can be called. */
function isInitialised(binding: Binding, fn: Node, facts: Facts): boolean {
  const { node } = binding.scope;
  switch (binding.kind) {
    case 'var': case 'import': case 'function': return true;
    case 'param': return contains(binding.owner.body as Node, fn);
    case 'catch': return contains(node.body as Node, fn);
    case 'own-name': return node.type === 'FunctionExpression' || isInMember(node, fn);
    default:
  }
  if (node.type === 'SwitchStatement') return false;
  if (binding.head) return contains(binding.head.body as Node, fn);
  const declaration = declarationOf(binding.node);
  if (declaration === undefined) return false;
  if (binding.kind === 'class' && contains(declaration, fn)) return isInMember(declaration, fn);
  return reach(fn, binding.scope, facts, new Set()) >= declaration.end;
}

/** True if `fn` stands in the value of a member of `node`, a class. No member runs before the class has its name. */
function isInMember(node: Node, fn: Node): boolean {
  const member = (node.body.body as Node[]).find((one) => contains(one, fn));
  return member !== undefined && !(member.computed && contains(member.key as Node, fn));
}

const declarations = new Set(['VariableDeclarator', 'ClassDeclaration', 'TSEnumDeclaration', 'TSEnumMember']);

/** What must have been evaluated for the variable to have its value. */
function declarationOf(id: Node): Node | undefined {
  let node: Node | undefined = id;
  while (node && !declarations.has(node.type)) node = node.parent;
  return node;
}

/**
 * A place in the text of `scope` before which the code at `node` cannot run. It runs where it stands or later, unless a function
 * declaration is around it: then wherever something names that function.
 *
 * Within one scope, without the scopes inside, execution only goes forward: a loop makes its scopes anew in each round.
 */
function reach(node: Node, scope: Scope, facts: Facts, seen: Set<Node>): number {
  for (let at: Node | undefined = node; at && at !== scope.node; at = at.parent) {
    if (at.type !== 'FunctionDeclaration') continue;
    // The smallest place of all is wanted, so each function counts once.
    if (seen.has(at)) return Infinity;
    seen.add(at);
    const uses = at.id ? (facts.bindings.get(at.id as Node)?.references ?? []) : [];
    // Who imports the file runs after it.
    return Math.min(Infinity, ...uses.filter((use) => use.node.parent?.type !== 'ExportSpecifier').map((use) => reach(use.node, scope, facts, seen)));
  }
  return node.start;
}
