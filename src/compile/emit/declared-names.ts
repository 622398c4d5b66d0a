import type { Node } from '../ast.ts';
import type { Context } from './context.ts';

const names = new WeakMap<Node, { readonly own: string; readonly steps: string }>();

/**
 * The names of a function declaration and of the generator function that holds its body, if it is async. A default export
 * without a name gets one.
 */
export function declaredNames(c: Context, fn: Node): { readonly own: string; readonly steps: string } {
  let found = names.get(fn);
  if (!found) {
    const own = fn.id ? (fn.id.name as string) : c.names.fresh('$default');
    found = { own, steps: fn.async ? c.names.fresh(`$${own}`) : '' };
    names.set(fn, found);
  }
  return found;
}
