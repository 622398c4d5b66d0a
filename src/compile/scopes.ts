import type { Node } from './ast.ts';

export type BindingKind = 'let' | 'const' | 'var' | 'param' | 'function' | 'class' | 'catch' | 'import' | 'own-name' | 'enum' | 'using';

/** What an import stands for: `name` of `specifier`; `*` is the whole module. */
export interface Imported {
  readonly specifier: string;
  readonly name: string;
}

/** One variable of one scope. */
export interface Binding {
  readonly name: string;
  readonly kind: BindingKind;
  /** The identifier that declares it. */
  readonly node: Node;
  readonly scope: Scope;
  /** The function, field, static block or program that it belongs to. */
  readonly owner: Node;
  /** The value it starts with, if its declaration is `name = value`; the declaration itself of a function. */
  readonly init?: Node | undefined;
  /** The loop in whose head a `let` or `const` declares it. */
  readonly head?: Node | undefined;
  readonly imported?: Imported | undefined;
  readonly references: Reference[];
  /** True if a function inside its owner uses it. */
  captured: boolean;
  exported: boolean;
  /** Name of the cell that stands for it, if tasks may share it. */
  cell?: string;
  /** What to write for it instead of its name: a live import is `$live["name"]`. */
  text?: string;
  /** For a live import: the variable that holds the exports of `file`. */
  live?: { readonly holder: string; readonly file: string };
}

export interface Scope {
  readonly node: Node;
  readonly parent: Scope | undefined;
  /** True where `var` lands. */
  readonly holdsVar: boolean;
  readonly owner: Node;
  readonly bindings: Map<string, Binding>;
}

export interface Reference {
  readonly node: Node;
  readonly scope: Scope;
  readonly owner: Node;
  readonly reads: boolean;
  readonly writes: boolean;
}

/** Who is who in one file. */
export interface Facts {
  /** For each identifier that declares or uses a variable of the file: which. */
  readonly bindings: ReadonlyMap<Node, Binding>;
  readonly scopes: ReadonlyMap<Node, Scope>;
  /** Uses of names that the file does not declare. */
  readonly free: ReadonlyMap<string, readonly Reference[]>;
}

export const makeScope = (node: Node, parent: Scope | undefined, holdsVar: boolean, owner: Node): Scope => ({ node, parent, holdsVar, owner, bindings: new Map() });

/** Looks `name` up from `scope` outwards. */
export function find(scope: Scope, name: string): Binding | undefined {
  for (let at: Scope | undefined = scope; at; at = at.parent) {
    const binding = at.bindings.get(name);
    if (binding) return binding;
  }
  return undefined;
}
