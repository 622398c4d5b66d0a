import { unwrap, type Node } from './ast.ts';
import type { Binding, Facts } from './scopes.ts';

const fixed = new Set(['const', 'import', 'own-name', 'enum', 'using']);

const contains = (outer: Node | null | undefined, inner: Node): boolean => !!outer && outer.start <= inner.start && inner.end <= outer.end;

/**
 * True if two tasks could see different values of this variable: a function inside its own uses it, or another file does,
 * and something assigns it after its declaration.
 *
 * A `for (let i …; i++)` variable that only the loop's head changes is not shared: each round has its own `i`.
 */
export function isShared(binding: Binding): boolean {
  if (fixed.has(binding.kind)) return false;
  if (!binding.captured && !binding.exported) return false;
  const update = binding.head?.type === 'ForStatement' ? (binding.head.update as Node | null) : undefined;
  return binding.references.some((reference) => reference.writes && !(reference.owner === binding.owner && contains(update, reference.node)));
}

/** All variables of a file, each once. */
export const variablesOf = (facts: Facts): Set<Binding> => new Set(facts.bindings.values());

/**
 * True if this use can go through the variable's cell. The cell is made at the start of the body, so the head of the loop
 * and the parameter list, which run before it, do without.
 */
export function isBeforeCell(binding: Binding, use: Node): boolean {
  const before = binding.head ?? (binding.kind === 'param' ? binding.owner : binding.kind === 'catch' ? binding.scope.node : undefined);
  return before !== undefined && use.start < (before.body as Node).start;
}

/** True if the variable is never assigned after its declaration, so that it has one value wherever it is read. */
export const isSteady = (binding: Binding): boolean => !binding.references.some((reference) => reference.writes);

const functionLike = new Set(['FunctionExpression', 'ArrowFunctionExpression', 'ClassExpression']);

/** True if calling this name calls a function of the program itself, which has points of its own. */
export function isKnownFunction(binding: Binding): boolean {
  if (!isSteady(binding)) return false;
  if (binding.kind === 'function' || binding.kind === 'class' || binding.kind === 'own-name') return true;
  return (binding.kind === 'const' || binding.kind === 'let' || binding.kind === 'var') && !!binding.init && functionLike.has(unwrap(binding.init).type);
}
