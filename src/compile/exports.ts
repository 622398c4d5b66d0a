import type { Node } from './ast.ts';
import type { Binding, Facts } from './scopes.ts';

/** One name that a file exports: a variable of its own, its default value, or a name of another module. */
export type Export =
  | { readonly kind: 'variable'; readonly binding: Binding }
  | { readonly kind: 'default'; readonly node: Node }
  | { readonly kind: 'from'; readonly specifier: string; readonly name: string };

export interface Exports {
  readonly names: ReadonlyMap<string, Export>;
  /** Modules of `export * from`. */
  readonly stars: readonly string[];
}

const text = (name: Node): string => (name.name ?? name.value) as string;

function* declared(pattern: Node): Generator<Node> {
  if (pattern.type === 'Identifier') yield pattern;
  else if (pattern.type === 'ObjectPattern' || pattern.type === 'ArrayPattern') for (const part of (pattern.properties ?? pattern.elements) as (Node | null)[]) { if (part) yield* declared(part); }
  else if (pattern.type === 'Property') yield* declared(pattern.value as Node);
  else if (pattern.type === 'AssignmentPattern') yield* declared(pattern.left as Node);
  else if (pattern.type === 'RestElement') yield* declared(pattern.argument as Node);
}

/** What a file exports, types left out. Marks the exported variables. */
export function exportsOf(program: Node, facts: Facts): Exports {
  const names = new Map<string, Export>();
  const stars: string[] = [];
  const add = (name: string, id: Node): void => {
    const binding = facts.bindings.get(id);
    if (!binding) return;
    if (binding.imported) return void names.set(name, { kind: 'from', specifier: binding.imported.specifier, name: binding.imported.name });
    binding.exported = true;
    names.set(name, { kind: 'variable', binding });
  };
  for (const node of program.body as Node[]) {
    if (node.type === 'ExportDefaultDeclaration') {
      const { declaration } = node as unknown as { declaration: Node };
      if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSDeclareFunction') continue;
      const id = declaration.type === 'FunctionDeclaration' || declaration.type === 'ClassDeclaration' ? (declaration.id as Node | null) : undefined;
      if (id) add('default', id);
      else names.set('default', { kind: 'default', node });
    } else if (node.type === 'ExportAllDeclaration' && node.exportKind !== 'type') {
      if (node.exported) names.set(text(node.exported as Node), { kind: 'from', specifier: node.source.value as string, name: '*' });
      else stars.push(node.source.value as string);
    } else if (node.type === 'ExportNamedDeclaration' && node.exportKind !== 'type') {
      const declaration = node.declaration as Node | null;
      if (declaration?.type === 'VariableDeclaration') for (const { id } of declaration.declarations as { id: Node }[]) for (const leaf of declared(id)) add(text(leaf), leaf);
      else if (declaration?.id) add(text(declaration.id as Node), declaration.id as Node);
      for (const specifier of node.specifiers as Node[]) {
        if (specifier.exportKind === 'type') continue;
        const name = text(specifier.exported as Node);
        if (node.source) names.set(name, { kind: 'from', specifier: node.source.value as string, name: text(specifier.local as Node) });
        else add(name, specifier.local as Node);
      }
    }
  }
  return { names, stars };
}
