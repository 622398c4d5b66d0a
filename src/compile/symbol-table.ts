import type { Node } from './ast.ts';
import { find, makeScope, type Binding, type BindingKind, type Facts, type Reference, type Scope } from './scopes.ts';

/** What a declaration says besides its name and kind. */
export interface Extra {
  readonly init?: Node | undefined;
  readonly head?: Node | undefined;
  readonly specifier?: string;
  readonly name?: string;
}

/** Collects the scopes, declarations and uses of a file; `link` then ties uses to declarations, hoisted ones included. */
export class SymbolTable {
  readonly #bindings = new Map<Node, Binding>();
  readonly #scopes = new Map<Node, Scope>();
  readonly #references: Reference[] = [];

  open(node: Node, parent: Scope | undefined, holdsVar: boolean, owner: Node): Scope {
    const scope = makeScope(node, parent, holdsVar, owner);
    this.#scopes.set(node, scope);
    return scope;
  }

  /** Declares `id` in `at`, or where `var` lands. A second `var` or function of the same name is the same variable. */
  declare(id: Node, kind: BindingKind, at: Scope, extra: Extra = {}): void {
    let scope = at;
    if (kind === 'var') while (!scope.holdsVar && scope.parent) scope = scope.parent;
    const known = scope.bindings.get(id.name as string);
    if (known && (kind === 'var' || kind === 'function')) {
      this.#bindings.set(id, known);
      if (kind === 'function') this.refer(id, scope, false, true);
      return;
    }
    const imported = extra.specifier === undefined ? undefined : { specifier: extra.specifier, name: extra.name ?? '*' };
    const binding: Binding = {
      name: id.name as string, kind, node: id, scope, owner: scope.owner, init: extra.init, head: extra.head, imported, references: [], captured: false, exported: false,
    };
    scope.bindings.set(binding.name, binding);
    this.#bindings.set(id, binding);
  }

  refer(node: Node, scope: Scope, reads: boolean, writes: boolean): void {
    this.#references.push({ node, scope, owner: scope.owner, reads, writes });
  }

  link(): Facts {
    const free = new Map<string, Reference[]>();
    for (const reference of this.#references) {
      const name = reference.node.name as string;
      const binding = find(reference.scope, name);
      if (!binding) {
        const others = free.get(name);
        if (others) others.push(reference);
        else free.set(name, [reference]);
        continue;
      }
      this.#bindings.set(reference.node, binding);
      binding.references.push(reference);
      if (reference.owner !== binding.owner) binding.captured = true;
    }
    return { bindings: this.#bindings, scopes: this.#scopes, free };
  }
}
