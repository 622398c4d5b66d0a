import type { Node } from '../ast.ts';
import type { Context } from './context.ts';

export interface DeclaredNames {
  readonly own: string;
  readonly steps: string;
  /** Code that makes the steps, from within a function that passes its arguments on. */
  call: string;
}

const names = new WeakMap<Node, DeclaredNames>();

/**
 * The names of a function declaration and of the function that makes its steps, if it is async. A default export
 * without a name gets one.
 */
export function declaredNames(c: Context, fn: Node): DeclaredNames {
  let found = names.get(fn);
  if (!found) {
    const own = fn.id ? (fn.id.name as string) : c.names.fresh('$default');
    const steps = fn.async ? c.names.fresh(`$${own}`) : '';
    found = { own, steps, call: `${steps}.apply(this, arguments)` };
    names.set(fn, found);
  }
  return found;
}
